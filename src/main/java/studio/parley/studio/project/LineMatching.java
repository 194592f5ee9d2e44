package studio.parley.studio.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.parley.dialogue.Line;

/**
 * Matches the lines of a script with those of a document: first the same text by the same speaker in the same order; then the same
 * elsewhere; then, between matched lines, the most similar in order; then very similar ones elsewhere. No line of the document is used
 * twice.
 */
final class LineMatching {
    /** Above this number of pairs, a nearest guess is used instead of the best match. */
    private static final long MOST_PAIRS = 4_000_000;

    private record Key(int speaker, String words) {
        static Key of(Line line) {
            return new Key(line.speaker(), line.isSpoken() ? line.text() : "(" + line.direction() + ")");
        }
    }

    private final List<Line> old;
    private final List<Line> wanted;
    private final int[] found;
    private final boolean[] anchor;
    private final boolean[] used;

    private LineMatching(List<Line> old, List<Line> wanted) {
        this.old = old;
        this.wanted = wanted;
        this.found = new int[wanted.size()];
        this.anchor = new boolean[wanted.size()];
        this.used = new boolean[old.size()];
        Arrays.fill(found, -1);
    }

    static LineMatching of(List<Line> old, List<Line> wanted) {
        var match = new LineMatching(old, wanted);
        match.sameInOrder();
        match.sameElsewhere();
        match.alikeBetween();
        match.alikeElsewhere();
        return match;
    }

    /** The index in the document of line {@code i} of the script; -1: it is new. */
    int old(int i) {
        return found[i];
    }

    /** Whether line {@code i} of the script is matched in order with the others that are. */
    boolean isAnchor(int i) {
        return anchor[i];
    }

    /** Whether a line of the document is matched. */
    boolean isUsed(int i) {
        return used[i];
    }

    private void take(int i, int j, boolean inOrder) {
        found[i] = j;
        used[j] = true;
        anchor[i] = inOrder;
    }

    private void sameInOrder() {
        int begin = 0;
        int end = Math.min(old.size(), wanted.size());
        while (begin < end && same(begin, begin)) take(begin, begin++, true);
        int tail = 0;
        while (tail < end - begin && same(wanted.size() - 1 - tail, old.size() - 1 - tail)) {
            tail++;
            take(wanted.size() - tail, old.size() - tail, true);
        }
        int rows = wanted.size() - tail - begin;
        int columns = old.size() - tail - begin;
        if ((long) rows * columns <= MOST_PAIRS) longest(begin, rows, columns);
        else increasing(occurrences(begin, rows, columns)).forEach(p -> take(p[0], p[1], true));
    }

    private boolean same(int i, int j) {
        return Key.of(wanted.get(i)).equals(Key.of(old.get(j)));
    }

    /** The longest common subsequence of the remaining middle part. */
    private void longest(int begin, int rows, int columns) {
        var a = wanted.subList(begin, begin + rows).stream().map(Key::of).toList();
        var b = old.subList(begin, begin + columns).stream().map(Key::of).toList();
        var length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j)) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < rows && j < columns;) {
            if (a.get(i).equals(b.get(j))) take(begin + i++, begin + j++, true);
            else if (length[i + 1][j] >= length[i][j + 1]) i++;
            else j++;
        }
    }

    /** Matches the n-th occurrence of each line with its n-th. */
    private List<int[]> occurrences(int begin, int rows, int columns) {
        var places = places(begin, begin + columns);
        var pairs = new ArrayList<int[]>();
        for (int i = begin; i < begin + rows; i++) {
            var open = places.get(Key.of(wanted.get(i)));
            if (open != null && !open.isEmpty()) pairs.add(new int[] {i, open.poll()});
        }
        return pairs;
    }

    private Map<Key, Deque<Integer>> places(int from, int to) {
        var places = new HashMap<Key, Deque<Integer>>();
        for (int j = from; j < to; j++) if (!used[j]) places.computeIfAbsent(Key.of(old.get(j)), k -> new ArrayDeque<>()).add(j);
        return places;
    }

    private void sameElsewhere() {
        var places = places(0, old.size());
        for (int i = 0; i < wanted.size(); i++) {
            if (found[i] >= 0) continue;
            var open = places.get(Key.of(wanted.get(i)));
            if (open != null && !open.isEmpty()) take(i, open.poll(), false);
        }
    }

    /** Runs of unmatched lines between anchors, on both sides. */
    private void alikeBetween() {
        int begin = 0;
        int from = 0;
        for (int i = 0; i <= wanted.size(); i++) {
            if (i < wanted.size() && !anchor[i]) continue;
            int to = i < wanted.size() ? found[i] : old.size();
            between(open(begin, i), unused(from, to));
            begin = i + 1;
            from = to + 1;
        }
    }

    private List<Integer> open(int from, int to) {
        var out = new ArrayList<Integer>();
        for (int i = from; i < to; i++) if (found[i] < 0) out.add(i);
        return out;
    }

    private List<Integer> unused(int from, int to) {
        var out = new ArrayList<Integer>();
        for (int j = from; j < to; j++) if (!used[j]) out.add(j);
        return out;
    }

    /** The pairs in order that are most similar in total. */
    private void between(List<Integer> rows, List<Integer> columns) {
        if (rows.isEmpty() || columns.isEmpty() || (long) rows.size() * columns.size() > MOST_PAIRS) return;
        boolean even = rows.size() == columns.size();
        var a = rows.stream().map(i -> LineSimilarity.of(wanted.get(i))).toList();
        var b = columns.stream().map(j -> LineSimilarity.of(old.get(j))).toList();
        var best = new double[a.size() + 1][b.size() + 1];
        var pair = new double[a.size()][b.size()];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                pair[i][j] = a.get(i).to(b.get(j), even && i == j);
                best[i][j] = Math.max(pair[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        for (int i = 0, j = 0; i < a.size() && j < b.size();) {
            if (pair[i][j] > 0 && best[i][j] == pair[i][j] + best[i + 1][j + 1]) take(rows.get(i++), columns.get(j++), true);
            else if (best[i][j] == best[i + 1][j]) i++;
            else j++;
        }
    }

    private void alikeElsewhere() {
        var rows = open(0, wanted.size());
        var columns = unused(0, old.size());
        if ((long) rows.size() * columns.size() > MOST_PAIRS) return;
        var b = columns.stream().map(j -> LineSimilarity.of(old.get(j))).toList();
        for (int i : rows) {
            var mine = LineSimilarity.of(wanted.get(i));
            int best = -1;
            for (int k = 0; k < b.size(); k++) {
                if (used[columns.get(k)] || !mine.isNearly(b.get(k))) continue;
                if (best < 0 || mine.words(b.get(k)) > mine.words(b.get(best))) best = k;
            }
            if (best >= 0) take(i, columns.get(best), false);
        }
    }

    /** The longest run of pairs in which both numbers increase (patience sorting); {@code pairs} ascend in their first number. */
    private static List<int[]> increasing(List<int[]> pairs) {
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
