package studio.parley.cli;

import studio.parley.studio.AppDirectories;
import studio.parley.studio.WatermarkApplier;

/** The watermark of a command's output. */
final class WatermarkOption {
    private WatermarkOption() {}

    static WatermarkApplier of(boolean unmarked, AppDirectories directories) {
        return unmarked ? WatermarkApplier.none() : WatermarkApplier.of(directories);
    }
}
