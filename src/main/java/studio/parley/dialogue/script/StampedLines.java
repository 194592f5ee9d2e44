package studio.parley.dialogue.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The times in the lines of a text, each looked for once. Lines count from 1; before and behind the text there are none. */
final class StampedLines {
    private final ScriptSource source;
    private final Map<Integer, Optional<PrintedTime.Before>> before = new HashMap<>();
    private final Map<Integer, Optional<PrintedTime.After>> after = new HashMap<>();

    StampedLines(ScriptSource source) {
        this.source = source;
    }

    /** The time with which a line begins. */
    Optional<PrintedTime.Before> before(int at) {
        return source.isBlank(at) ? Optional.empty() : before.computeIfAbsent(at, _ -> PrintedTime.before(source.line(at).strip()));
    }

    /** The time that stands behind a name. */
    Optional<PrintedTime.After> after(int at) {
        return source.isBlank(at) ? Optional.empty() : after.computeIfAbsent(at, _ -> PrintedTime.after(source.line(at).strip()));
    }

    /** Whether a line is a time and nothing else. */
    boolean isTimeAlone(int at) {
        return before(at).filter(b -> b.rest().isEmpty()).isPresent();
    }

    /** All times with which lines begin. */
    List<PrintedTime.Before> leading() {
        return IntStream.rangeClosed(1, source.count()).boxed().flatMap(at -> before(at).stream()).toList();
    }

    boolean areThere() {
        return IntStream.rangeClosed(1, source.count()).anyMatch(at -> before(at).isPresent() || after(at).isPresent());
    }
}
