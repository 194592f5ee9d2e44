package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a window, cut at their timestamps.
 *
 * @param advance seconds from the beginning of this window to that of the next: to the last pair of timestamps, since what comes after it may be
 *        cut off by the end of the window
 * @param whole whether the window ends after a segment, so all of it has been heard
 */
record WindowSegments(List<Cut> cuts, double advance, boolean whole) {
    /** Text tokens with their times from the beginning of the window. */
    record Cut(double from, double to, List<Integer> text) {}

    static WindowSegments of(List<Integer> tokens, SpecialTokens ids, double seconds) {
        int size = tokens.size();
        boolean single = size >= 2 && !ids.isTimestamp(tokens.get(size - 2)) && ids.isTimestamp(tokens.getLast());
        var ends = new ArrayList<Integer>();
        for (int i = 1; i < size; i++) if (ids.isTimestamp(tokens.get(i - 1)) && ids.isTimestamp(tokens.get(i))) ends.add(i);
        if (ends.isEmpty()) {
            double end = tokens.stream().filter(ids::isTimestamp).reduce((_, b) -> b).filter(t -> t > ids.firstTimestamp()).map(t -> time(t, ids)).orElse(seconds);
            return new WindowSegments(cuts(List.of(cut(0, Math.min(end, seconds), tokens, ids))), seconds, single);
        }
        if (single) ends.add(size);
        var cuts = new ArrayList<Cut>();
        int from = 0;
        for (int end : ends) {
            var part = tokens.subList(from, end);
            if (ids.isTimestamp(part.getFirst())) cuts.add(cut(time(part.getFirst(), ids), Math.min(seconds, time(part.getLast(), ids)), part, ids));
            from = end;
        }
        double advance = single ? seconds : time(tokens.get(from - 1), ids);
        return new WindowSegments(cuts(cuts), advance > 0 ? Math.min(advance, seconds) : seconds, single);
    }

    private static List<Cut> cuts(List<Cut> cuts) {
        return cuts.stream().filter(c -> !c.text().isEmpty()).toList();
    }

    private static Cut cut(double from, double to, List<Integer> tokens, SpecialTokens ids) {
        return new Cut(from, Math.max(from, to), tokens.stream().filter(ids::isText).toList());
    }

    private static double time(int token, SpecialTokens ids) {
        return (token - ids.firstTimestamp()) * WhisperInfo.STEP;
    }
}
