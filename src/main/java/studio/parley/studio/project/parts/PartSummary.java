package studio.parley.studio.project.parts;

import java.util.List;

/**
 * What a part has done so far: {@code parts/PART.json}, with these names.
 *
 * @param state working, finished, failed or stopped
 * @param units done by this part
 * @param takenOver of these, units that another part had left unfinished
 * @param spoken lines rendered by this part
 * @param found lines that others, or an earlier run, had rendered in the units of this part
 * @param audioSeconds speech in the rendered lines
 * @param wallSeconds since the part began
 */
public record PartSummary(String part, String state, String host, long process, int units, int takenOver, int spoken, int found, double audioSeconds,
        double wallSeconds, List<Failure> failed) {
    /** @param line as people count them, 0 if the problem is not with one line */
    public record Failure(String unit, int line, String problem) {}

    public PartSummary {
        failed = List.copyOf(failed);
    }
}
