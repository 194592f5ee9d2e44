package studio.parley.cli.options;

import picocli.CommandLine.Option;
import studio.parley.studio.ClipPreset;

/** How reference clips are prepared. */
public final class PreparationOption {
    @Option(names = "--prepare", paramLabel = "HOW",
            description = "How reference clips are prepared: none (default; mono and resampling only, like generator.py, with a steeper filter), "
            + "clone (like voice_clone.py: normalise the peak, remove long silences, add final punctuation) or studio. Of a clip longer than 20 s the best 10 to "
            + "20 s are used; whole uses all of it (otherwise like none).")
    String prepare = "none";

    public ClipPreset preparation() {
        return ClipPreset.named(prepare);
    }
}
