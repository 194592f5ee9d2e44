package studio.parley.studio.document.model;

import java.util.Optional;
import studio.parley.dialogue.AllowedText;

/**
 * Settings of one project.
 *
 * @param seed from which lines without a seed of their own derive theirs
 * @param model folder or name of the speech model; empty: the installation's
 * @param listening default context preset of lines
 * @param watermark whether takes carry the inaudible watermark
 * @param author for the metadata of exported files; may be empty
 * @param duckDb how much an interrupted line is ducked, -60 to 0
 */
public record ProjectSettings(long seed, Optional<String> model, ContextSelection.Preset listening, boolean watermark, String author, double duckDb) {
    public static final ProjectSettings FRESH = new ProjectSettings(0, Optional.empty(), ContextSelection.Preset.CONVERSATION, true, "", -8);

    public ProjectSettings {
        author = AllowedText.name(author);
        if (!(duckDb >= DocumentLimits.QUIETEST_DB && duckDb <= 0)) throw new IllegalArgumentException("duck of " + duckDb + " dB");
        duckDb += 0.0;
    }
}
