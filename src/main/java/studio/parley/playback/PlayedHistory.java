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
    private long taken;

    /** Frames handed over in all. */
    long end() {
        return end;
    }

    void add(SourcePosition from, double step, float[] samples) {
        pieces.add(new Piece(end, from, step, samples));
        end += samples.length;
    }

    /** The place in the source that comes next when so many frames were heard; {@code next} when all were. */
    SourcePosition at(long heard, SourcePosition next) {
        for (var p : pieces) if (heard < p.end()) return p.from().plus(Math.max(0, heard - p.begin()) * p.step());
        return next;
    }

    /** What was heard since this was asked last; forgets what is behind. */
    List<float[]> take(long heard) {
        var out = new ArrayList<float[]>();
        while (!pieces.isEmpty() && taken < heard) {
            var p = pieces.peekFirst();
            int from = (int) (taken - p.begin());
            int to = (int) (Math.min(heard, p.end()) - p.begin());
            out.add(from == 0 && to == p.samples().length ? p.samples() : Arrays.copyOfRange(p.samples(), from, to));
            taken = p.begin() + to;
            if (taken < p.end()) break;
            pieces.removeFirst();
        }
        return out;
    }
}
