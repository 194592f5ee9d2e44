package studio.parley.cli;

import picocli.CommandLine.Option;
import studio.parley.studio.ClipPreset;

/** What is done to reference clips before they are heard. */
final class PreparationOption {
    @Option(names = "--prepare", paramLabel = "HOW",
            description = "What is done to reference clips: none (default; mono and resampling only, as generator.py, with a sharper filter), "
            + "clone (as voice_clone.py: peak level, long silences out, final punctuation) or studio. Of a clip of more than 20 s the best 10 to "
            + "20 s are heard, but all of it with whole (otherwise as none).")
    String prepare = "none";

    ClipPreset preparation() {
        return ClipPreset.named(prepare);
    }
}
