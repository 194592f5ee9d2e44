package studio.parley.studio.project.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.problem.Problem;

/** Part {@code number} of {@code count}, from 1. */
public record Part(int number, int count) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** From {@code 2/4}. */
    public static Part of(String written) {
        var match = WRITTEN.matcher(written);
        if (match.matches()) {
            var part = new Part(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
            if (part.number >= 1 && part.number <= part.count) return part;
        }
        throw Problem.input("--part " + written + " is not a part. Use I/N with I from 1 to N, such as 2/4.");
    }

    /** The units in the order in which this part wants them: long ones first, and those that are nobody else's first choice before the others. */
    List<Unit> preferred(List<Unit> units) {
        var sorted = units.stream().sorted(Comparator.comparingDouble(Unit::seconds).reversed().thenComparing(Unit::id)).toList();
        var own = new ArrayList<Unit>();
        var others = new ArrayList<Unit>();
        for (int i = 0; i < sorted.size(); i++) (i % count == number - 1 ? own : others).add(sorted.get(i));
        own.addAll(others);
        return own;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
