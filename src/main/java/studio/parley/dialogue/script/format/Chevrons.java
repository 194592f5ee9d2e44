package studio.parley.dialogue.script.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** {@code >>}, which marks a change of speaker in captions, with or without a name after it. */
public final class Chevrons {
    private static final Pattern MARK = Pattern.compile("^(?:-\\s?)?>>+\\s*");
    private static final Pattern NEXT = Pattern.compile("\\s+(?=>>)");

    private Chevrons() {}

    /** Whether at least half of the lines begin with them. */
    public static boolean areIn(List<String> lines) {
        return 2 * lines.stream().filter(l -> begin(l.strip())).count() >= lines.size();
    }

    static boolean begin(String line) {
        return MARK.matcher(line).lookingAt();
    }

    /** The turns on a line, without their chevrons. */
    static List<String> turns(String line) {
        return Arrays.stream(NEXT.split(line)).map(t -> MARK.matcher(t).replaceFirst("")).toList();
    }
}
