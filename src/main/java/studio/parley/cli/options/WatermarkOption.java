package studio.parley.cli.options;

import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.settings.AppDirectories;

/** The watermark of a command's output. */
public final class WatermarkOption {
    private WatermarkOption() {}

    public static WatermarkApplier of(boolean unmarked, AppDirectories directories) {
        return unmarked ? WatermarkApplier.none() : WatermarkApplier.of(directories);
    }
}
