package studio.parley.textnorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures may be read in many ways: "945" as "nine forty-five". Where the other text has words that give the same figures, they are read so. */
final class DigitRuns {
    private static final Map<String, String> FIGURES = Rule.table("""
            zero = 0 | oh = 0 | o = 0 | one = 1 | two = 2 | three = 3 | four = 4 | five = 5 | six = 6 | seven = 7 | eight = 8 | nine = 9 | ten = 10
            eleven = 11 | twelve = 12 | thirteen = 13 | fourteen = 14 | fifteen = 15 | sixteen = 16 | seventeen = 17 | eighteen = 18 | nineteen = 19
            twenty = 20 | thirty = 30 | forty = 40 | fifty = 50 | sixty = 60 | seventy = 70 | eighty = 80 | ninety = 90 | oclock = 00
            """);

    private DigitRuns() {}

    /** The words of {@code text}, with figures read as in {@code others} where these have them in words. */
    static List<SpokenWord> read(List<SpokenWord> words, String text, List<SpokenWord> others) {
        var out = new ArrayList<SpokenWord>();
        for (int i = 0; i < words.size();) {
            int end = i + 1;
            while (end < words.size() && words.get(end).from() == words.get(i).from()) end++;
            var place = words.get(i);
            var figures = text.substring(place.from(), place.to()).replaceAll("[:.,\\s-]+", "");
            if (figures.matches("[0-9]{2,}")) {
                var run = run(others, figures);
                out.addAll(run.isPresent() ? run.get().stream().map(w -> new SpokenWord(w.key(), place.from(), place.to(), false, false)).toList() : words.subList(i, end));
            } else {
                out.addAll(words.subList(i, end));
            }
            i = end;
        }
        return out;
    }

    /** The first words in a row that give these figures. */
    private static Optional<List<SpokenWord>> run(List<SpokenWord> words, String figures) {
        for (int from = 0; from < words.size(); from++) {
            var said = new StringBuilder();
            for (int i = from; i < words.size() && said.length() <= figures.length(); i++) {
                var next = FIGURES.get(words.get(i).key());
                if (next == null) break;
                // "forty five" is 45.
                boolean isUnit = next.length() == 1 && !next.equals("0") && i > from && FIGURES.getOrDefault(words.get(i - 1).key(), "").matches("[2-9]0");
                if (isUnit) said.setLength(said.length() - 1);
                said.append(next);
                if (said.toString().equals(figures)) {
                    boolean goesOn = next.matches("[2-9]0") && i + 1 < words.size() && FIGURES.getOrDefault(words.get(i + 1).key(), "0").matches("[1-9]");
                    if (!goesOn) return Optional.of(words.subList(from, i + 1));
                }
            }
        }
        return Optional.empty();
    }
}
