package studio.parley.voice;

import java.time.Instant;

/**
 * That the person whose voice a clip holds agreed to its use: who says so, when, and in which words.
 */
public record Consent(String who, Instant when, String statement) {
    public Consent {
        who = who.strip();
        statement = statement.strip();
        if (who.isEmpty() || statement.isEmpty()) throw new IllegalArgumentException("consent needs a name and a statement");
    }
}
