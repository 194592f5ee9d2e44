package studio.parley.playback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was handed to the device since its queue was last empty, and where in the source it came from, until it is heard. */
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

    /** Frames handed over in all. */
    long end() {
        return end;
    }

    void add(SourcePosition from, double step, float[] samples) {
        pieces.add(new Piece(end, from, step, samples));
        end += samples.length;
    }

    /** The place in the source that comes next when so many frames were heard; {@code next} when all were, or a grain sounds. */
    SourcePosition at(long heard, SourcePosition next) {
        for (var p : pieces) if (heard < p.end()) return p.step() == 0 ? next : p.from().plus(Math.max(0, heard - p.begin()) * p.step());
        return next;
    }

    /** What was heard since this was asked last, but for grains. */
    List<float[]> takeHeard(long heard) {
        collect(heard);
        var all = List.copyOf(untaken);
        untaken.clear();
        return all;
    }

    /** After so many frames heard the queue is empty; counting begins anew. */
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
