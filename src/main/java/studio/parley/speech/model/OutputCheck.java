package studio.parley.speech.model;

import java.nio.file.Path;
import studio.parley.problem.Problem;

/** Rejects invalid outputs of networks. Damaged or untrusted weights may produce them, and later code could not handle them. */
public final class OutputCheck {
    /** A network gave such an output. */
    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1;

        private Invalid(Problem sentence) {
            super(sentence.kind(), String.valueOf(sentence.getMessage()));
        }
    }

    private OutputCheck() {}

    public static void numbers(Path network, float[] values) {
        boolean sound = true;
        for (var v : values) sound &= Math.abs(v) < Float.POSITIVE_INFINITY;
        if (!sound) throw new Invalid(Problem.model(network, "computes values that are not numbers"));
    }

    /** {@code id} as a code below {@code end}. */
    public static int code(Path network, long id, int end) {
        if (id >= 0 && id < end) return (int) id;
        throw new Invalid(Problem.model(network, "gives code " + id + ", but there are only " + end));
    }
}
