package studio.parley.studio.voices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.voice.Consent;

/**
 * Who agreed to the use of a voice, when, and to what, as one line of text in {@code ReferenceMetadata.consent}, so that a person can read
 * and edit it in the project file.
 */
public record ConsentNote(String who, LocalDate when, String statement) {
    private static final Pattern TEXT = Pattern.compile("(.+?), (\\d{4}-\\d\\d-\\d\\d): (.+)", Pattern.DOTALL);

    public ConsentNote {
        who = who.strip();
        statement = statement.strip();
        if (who.isEmpty() || statement.isEmpty()) throw new IllegalArgumentException("consent needs a name and a statement");
    }

    public String text() {
        return who + ", " + when + ": " + statement;
    }

    /** Parses the result of {@link #text}; empty for other text, which is a note nevertheless. */
    public static Optional<ConsentNote> parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches() || m.group(1).isBlank() || m.group(3).isBlank()) return Optional.empty();
        try {
            return Optional.of(new ConsentNote(m.group(1), LocalDate.parse(m.group(2)), m.group(3)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** For the library; text in another format counts as a statement of its own. */
    static Optional<Consent> consent(String text, LocalDate today) {
        if (text.isBlank()) return Optional.empty();
        var note = parse(text).orElseGet(() -> new ConsentNote("?", today, text));
        return Optional.of(new Consent(note.who(), note.when().atStartOfDay().toInstant(ZoneOffset.UTC), note.statement()));
    }

    static String text(Consent consent) {
        return new ConsentNote(consent.who(), consent.when().atZone(ZoneOffset.UTC).toLocalDate(), consent.statement()).text();
    }
}
