package studio.parley.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What may have been done to a sound.
 *
 * @param length how many times as long the sound must be made, by resampling, for its pitch to be the original one
 * @param tempo how many signs then belong to a sample, on average: not 1 if the tempo was changed by other means than resampling
 */
record Change(Kind kind, double length, double tempo) {
    /** 1/24 of a semitone, 0.24 %, up to a little more than a semitone either way. */
    private static final int STEPS = 25;
    private static final double STEP = 1 / 288.0;
    /** A third of a step: what the offset drifts at another speed matters earlier than the pitch. */
    private static final double DRIFT = 8e-4;
    private static final int LENGTHS = 2 * STEPS + 1;
    private static final int TEMPOS = 3 * LENGTHS;

    /** The kinds, with their shares of the allowance for false alarms. */
    enum Kind {
        /** A change of pitch by just a semitone, which is likelier than any other. */
        SEMITONE(2 / 3.0, 2, 0, 0, 16),
        /** Any change of pitch that keeps the tempo. */
        PITCH(1 / 9.0, LENGTHS, 2, 4.5e-4, 6),
        /** Pitch and tempo together. */
        SPEED(1 / 9.0, TEMPOS, 1, 2.7e-4, 16),
        /** Tempo alone. */
        TEMPO(1 / 9.0, TEMPOS, 1, 2.7e-4, 6);

        /** Of a single change of this kind. */
        final double share;
        /** So many of the best places are tried finely. */
        final int tried;
        private final int fine;
        private final double fineStep;

        Kind(double share, int grid, int fine, double fineStep, int tried) {
            this.share = share / grid / (2 * fine + 1);
            this.fine = fine;
            this.fineStep = fineStep;
            this.tried = tried;
        }
    }

    /** All changes of the coarse grid; those of the same length stand together. */
    static List<List<Change>> grid() {
        var all = new ArrayList<List<Change>>();
        for (double length : new double[] {Math.pow(2, -1 / 12.0), Math.pow(2, 1 / 12.0)}) {
            all.add(List.of(new Change(Kind.SEMITONE, length, 1 / length)));
        }
        for (int s = -STEPS; s <= STEPS; s++) {
            double length = Math.pow(2, s * STEP);
            all.add(List.of(new Change(Kind.PITCH, length, 1 / length), new Change(Kind.SPEED, length, 1 - DRIFT),
                    new Change(Kind.SPEED, length, 1), new Change(Kind.SPEED, length, 1 + DRIFT)));
        }
        all.add(IntStream.range(0, TEMPOS).mapToObj(t -> new Change(Kind.TEMPO, 1, 1 + (t - TEMPOS / 2) * DRIFT)).toList());
        return all;
    }

    /** The exact changes that this one of the grid stands for. */
    List<Change> fine() {
        var all = new ArrayList<Change>();
        for (int s = -kind.fine; s <= kind.fine; s++) {
            double factor = 1 + s * kind.fineStep;
            all.add(switch (kind) {
                case SEMITONE, PITCH -> new Change(kind, length * factor, 1 / (length * factor));
                case SPEED -> new Change(kind, length * tempo * factor, 1);
                case TEMPO -> new Change(kind, 1, tempo * factor);
            });
        }
        return all;
    }
}
