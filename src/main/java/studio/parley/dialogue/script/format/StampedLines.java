package studio.parley.dialogue.script.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.source.ScriptSource;

/** The times in the lines of a text, each searched for once. Lines count from 1; before and after the text there are none. */
final class StampedLines {
    private final ScriptSource source;
    private final Map<Integer, Optional<PrintedTime.Before>> before = new HashMap<>();
    private final Map<Integer, Optional<PrintedTime.After>> after = new HashMap<>();

    StampedLines(ScriptSource source) {
        this.source = source;
    }

    /** The time at the beginning of a line. */
    Optional<PrintedTime.Before> before(int at) {
        return source.isBlank(at) ? Optional.empty() : before.computeIfAbsent(at, _ -> PrintedTime.before(source.line(at).strip()));
    }

    /** The time after a name. */
    Optional<PrintedTime.After> after(int at) {
        return source.isBlank(at) ? Optional.empty() : after.computeIfAbsent(at, _ -> PrintedTime.after(source.line(at).strip()));
    }

    /** Whether a line consists of a time. */
    boolean isTimeAlone(int at) {
        return before(at).filter(b -> b.rest().isEmpty()).isPresent();
    }

    /** All times at the beginning of lines. */
    List<PrintedTime.Before> leading() {
        return IntStream.rangeClosed(1, source.count()).boxed().flatMap(at -> before(at).stream()).toList();
    }

    boolean areThere() {
        return IntStream.rangeClosed(1, source.count()).anyMatch(at -> before(at).isPresent() || after(at).isPresent());
    }
}
