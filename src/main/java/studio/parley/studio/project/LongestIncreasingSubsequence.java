package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The longest run of pairs in which both numbers increase (patience sorting). */
final class LongestIncreasingSubsequence {
    private LongestIncreasingSubsequence() {}

    /** @param pairs in ascending order of their first number */
    static List<int[]> of(List<int[]> pairs) {
        var tops = new int[pairs.size()];
        var before = new int[pairs.size()];
        int piles = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int pile = pile(pairs, tops, piles, pairs.get(i)[1]);
            before[i] = pile == 0 ? -1 : tops[pile - 1];
            tops[pile] = i;
            piles = Math.max(piles, pile + 1);
        }
        var out = new int[piles];
        for (int at = piles == 0 ? -1 : tops[piles - 1], k = piles - 1; at >= 0; at = before[at]) out[k--] = at;
        return new ArrayList<>(Arrays.stream(out).mapToObj(pairs::get).toList());
    }

    private static int pile(List<int[]> pairs, int[] tops, int piles, int value) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(tops[middle])[1] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
