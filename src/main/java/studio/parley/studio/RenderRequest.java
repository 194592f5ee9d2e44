package studio.parley.studio;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.script.ScriptFormat;

/**
 * A script to render.
 *
 * @param form empty: told by the script
 * @param voices a folder with references named like the speakers, for those without an {@code @voice} line
 * @param delivery what the user asked for; open parts come from the checkpoint
 * @param seed one for the whole conversation
 * @param takes of every line, spoken as one batch; the first without a serious finding sounds
 * @param retries how often a take with a serious finding is made again
 * @param stems where to write one full-length file for each speaker
 * @param keepWork leave the work folder when done
 */
public record RenderRequest(Path script, Optional<ScriptFormat> form, Path output, Optional<Path> voices, ClipPreset preparation,
                            Delivery delivery, long seed, int takes, int retries, Optional<Path> stems, boolean keepWork) {
    /** The output that means standard output. */
    public static final Path STANDARD_OUTPUT = Path.of("-");

    /** Whether the conversation goes to standard output while it is spoken. */
    public boolean isPiped() {
        return output.equals(STANDARD_OUTPUT);
    }

    /** Of every sound file. */
    AudioFormat format() {
        return isPiped() ? AudioFormat.WAV_16 : AudioFormat.of(output);
    }
}
