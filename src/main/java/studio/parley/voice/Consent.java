package studio.parley.voice;

import java.time.Instant;

/** The consent of the person whose voice is in a clip to its use: who confirms it, when, and in which words. */
public record Consent(String who, Instant when, String statement) {
    public Consent {
        who = who.strip();
        statement = statement.strip();
        if (who.isEmpty() || statement.isEmpty()) throw new IllegalArgumentException("consent needs a name and a statement");
    }
}
