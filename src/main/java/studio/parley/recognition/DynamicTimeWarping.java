package studio.parley.recognition;

import java.util.Arrays;

/** The cheapest monotone path through a matrix. */
final class DynamicTimeWarping {
    private DynamicTimeWarping() {}

    /** For each row the column at which the cheapest path from the first to the last cell enters it; steps go down, right, or both. */
    static int[] entries(double[][] cost) {
        int rows = cost.length;
        int columns = cost[0].length;
        var step = new byte[rows][columns];
        var above = new double[columns + 1];
        var here = new double[columns + 1];
        Arrays.fill(above, Double.POSITIVE_INFINITY);
        above[0] = 0;
        for (int i = 0; i < rows; i++) {
            here[0] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                double diagonal = above[j];
                double down = above[j + 1];
                double right = here[j];
                step[i][j] = (byte) (diagonal < down && diagonal < right ? 0 : down < diagonal && down < right ? 1 : 2);
                here[j + 1] = cost[i][j] + Math.min(diagonal, Math.min(down, right));
            }
            var swap = above;
            above = here;
            here = swap;
        }
        return back(step);
    }

    private static int[] back(byte[][] step) {
        var entries = new int[step.length];
        int i = step.length - 1;
        int j = step[0].length - 1;
        while (i > 0 || j > 0) {
            entries[i] = j;
            // At the edges there is one way only.
            int way = i == 0 ? 2 : j == 0 ? 1 : step[i][j];
            if (way != 2) i--;
            if (way != 1) j--;
        }
        entries[0] = 0;
        return entries;
    }
}
