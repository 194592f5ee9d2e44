package studio.parley.studio.project.script;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.project.render.Ears;

/**
 * A script to render.
 *
 * @param form empty: detected
 * @param voices a folder with reference clips named after the speakers, for those without an {@code @voice} line
 * @param delivery the user's options; missing values come from the checkpoint
 * @param context which earlier lines a line hears
 * @param seed one for the whole conversation
 * @param takes of every line, rendered as one batch; the first without a serious issue is used
 * @param retries how often a take with a serious issue is rendered again
 * @param stems where to write one full-length file per speaker
 * @param keepWork keep the work folder when done
 * @param ears whether the takes are heard
 */
public record ScriptRenderOptions(Path script, Optional<ScriptFormat> form, Path output, Optional<Path> voices, ClipPreset preparation,
                            Delivery delivery, ContextSelection.Preset context, long seed, int takes, int retries, Optional<Path> stems, boolean keepWork, Ears ears) {
    /** The output that means standard output. */
    public static final Path STANDARD_OUTPUT = Path.of("-");

    /** Whether the conversation is written to standard output while it is rendered. */
    public boolean isPiped() {
        return output.equals(STANDARD_OUTPUT);
    }

    /** Of every audio file. */
    AudioFormat format() {
        return isPiped() ? AudioFormat.WAV_16 : AudioFormat.of(output);
    }
}
