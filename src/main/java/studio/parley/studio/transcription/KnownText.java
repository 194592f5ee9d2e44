package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.parley.textnorm.WordComparison;
import studio.parley.textnorm.WordComparison.Difference;
import studio.parley.textnorm.WordComparison.Kind;

/** Decides between what was heard and what is written where a recogniser thinks both likely. Pure. */
final class KnownText {
    /** The least probability of each written word where another was heard. */
    private static final double LIKELY = 0.02;

    private KnownText() {}

    static boolean differs(String text, List<TakeTranscript.Word> heard) {
        return WordComparison.of(text, text(heard)).errors() > 0;
    }

    /**
     * What was heard, with the written words instead where these are likely.
     *
     * @param known the words of {@code text}, how likely each is after those before it, and when it would be spoken
     */
    static List<TakeTranscript.Word> settled(String text, List<TakeTranscript.Word> heard, List<TakeTranscript.Word> known) {
        var places = places(text, known);
        var heardPlaces = places(text(heard), heard);
        var out = new ArrayList<>(heard);
        for (var difference : WordComparison.of(text, text(heard)).differences()) {
            if (difference.kind() != Kind.OTHER) continue;
            var written = within(known, places, difference.from(), difference.to());
            if (written.isEmpty() || written.stream().anyMatch(w -> w.probability() < LIKELY)) continue;
            var others = within(heard, heardPlaces, difference.heardFrom(), difference.heardTo());
            int at = out.indexOf(others.getFirst());
            out.removeAll(others);
            out.addAll(at, written);
        }
        return List.copyOf(out);
    }

    private static String text(List<TakeTranscript.Word> words) {
        return words.stream().map(TakeTranscript.Word::text).collect(Collectors.joining(" "));
    }

    /** Where each word begins in a text that contains all in this order; -1 if it is not found. */
    private static int[] places(String text, List<TakeTranscript.Word> words) {
        var out = new int[words.size()];
        int at = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = text.indexOf(words.get(i).text(), at);
            if (out[i] >= 0) at = out[i] + words.get(i).text().length();
        }
        return out;
    }

    private static List<TakeTranscript.Word> within(List<TakeTranscript.Word> words, int[] places, int from, int to) {
        var out = new ArrayList<TakeTranscript.Word>();
        for (int i = 0; i < places.length; i++) if (places[i] >= 0 && places[i] < to && places[i] + words.get(i).text().length() > from) out.add(words.get(i));
        return out;
    }
}
