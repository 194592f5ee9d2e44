package studio.parley.playback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was submitted to the device since its queue was last empty, and its source position, until it is played. */
final class PlayedHistory {
    private record Piece(long begin, SourcePosition from, double step, float[] samples) {
        long end() {
            return begin + samples.length;
        }
    }

    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private long end;
    private long collected;
    private final List<float[]> untaken = new ArrayList<>();

    /** Total frames submitted. */
    long end() {
        return end;
    }

    void add(SourcePosition from, double step, float[] samples) {
        pieces.add(new Piece(end, from, step, samples));
        end += samples.length;
    }

    /** The next source position when so many frames were played; {@code next} when all were, or during a grain. */
    SourcePosition at(long heard, SourcePosition next) {
        for (var p : pieces) if (heard < p.end()) return p.step() == 0 ? next : p.from().plus(Math.max(0, heard - p.begin()) * p.step());
        return next;
    }

    /** What was played since the last call, except grains. */
    List<float[]> takeHeard(long heard) {
        collect(heard);
        var all = List.copyOf(untaken);
        untaken.clear();
        return all;
    }

    /** After so many played frames the queue is empty; counting starts again. */
    void clear(long heard) {
        collect(heard);
        pieces.clear();
        end = 0;
        collected = 0;
    }

    private void collect(long heard) {
        while (!pieces.isEmpty() && collected < heard) {
            var p = pieces.peekFirst();
            int from = (int) (collected - p.begin());
            int to = (int) (Math.min(heard, p.end()) - p.begin());
            if (p.step() != 0) untaken.add(Arrays.copyOfRange(p.samples(), from, to));
            collected = p.begin() + to;
            if (collected == p.end()) pieces.removeFirst();
        }
    }
}
