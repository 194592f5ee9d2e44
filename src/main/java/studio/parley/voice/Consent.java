package studio.parley.voice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The consent of the person whose voice is in a clip to its use: who confirms it, when, and in which words. In a project it is one line
 * of text, so that a person can read and edit it.
 */
public record Consent(String who, LocalDate when, String statement) {
    private static final Pattern TEXT = Pattern.compile("(.+?), (\\d{4}-\\d\\d-\\d\\d): (.+)", Pattern.DOTALL);

    public Consent {
        who = who.strip();
        statement = statement.strip();
        if (who.isEmpty() || statement.isEmpty()) throw new IllegalArgumentException("consent needs a name and a statement");
    }

    public String text() {
        return who + ", " + when + ": " + statement;
    }

    /** Reads what {@link #text} wrote; empty for any other text. */
    public static Optional<Consent> parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches() || m.group(1).isBlank() || m.group(3).isBlank()) return Optional.empty();
        try {
            return Optional.of(new Consent(m.group(1), LocalDate.parse(m.group(2)), m.group(3)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** What a note says; other words than {@link #text} writes count as a statement of their own, blank ones as nothing. */
    public static Optional<Consent> ofNote(String text, LocalDate today) {
        return text.isBlank() ? Optional.empty() : parse(text).or(() -> Optional.of(new Consent("?", today, text)));
    }
}
