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
 * @param wordRetries how often a line is rendered again, at most, until its words are heard; 0 to {@link DocumentLimits#MOST_RETRIES}
 */
public record ProjectSettings(long seed, Optional<String> model, ContextSelection.Preset listening, boolean watermark, String author, double duckDb, int wordRetries) {
    public static final ProjectSettings FRESH = new ProjectSettings(0, Optional.empty(), ContextSelection.Preset.CONVERSATION, true, "", -8, 0);

    public ProjectSettings {
        author = AllowedText.name(author);
        if (!(duckDb >= DocumentLimits.QUIETEST_DB && duckDb <= 0)) throw new IllegalArgumentException("duck of " + duckDb + " dB");
        duckDb += 0.0;
        DocumentLimits.retries(wordRetries);
    }

    public ProjectSettings withSeed(long other) {
        return new ProjectSettings(other, model, listening, watermark, author, duckDb, wordRetries);
    }

    public ProjectSettings withModel(Optional<String> other) {
        return new ProjectSettings(seed, other, listening, watermark, author, duckDb, wordRetries);
    }

    public ProjectSettings with(ContextSelection.Preset other) {
        return new ProjectSettings(seed, model, other, watermark, author, duckDb, wordRetries);
    }

    public ProjectSettings withWatermark(boolean now) {
        return new ProjectSettings(seed, model, listening, now, author, duckDb, wordRetries);
    }

    public ProjectSettings withAuthor(String other) {
        return new ProjectSettings(seed, model, listening, watermark, other, duckDb, wordRetries);
    }

    public ProjectSettings withDuck(double db) {
        return new ProjectSettings(seed, model, listening, watermark, author, db, wordRetries);
    }

    public ProjectSettings withWordRetries(int most) {
        return new ProjectSettings(seed, model, listening, watermark, author, duckDb, most);
    }
}
