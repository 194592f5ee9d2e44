package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.recognition.RepeatedSpeech.Repetition;
import studio.parley.textnorm.WordComparison;

/** Writes words twice that are spoken twice, of which a recogniser has written only one. Pure. */
final class TwiceSaid {
    private TwiceSaid() {}

    static List<TakeTranscript.Word> words(List<TakeTranscript.Word> heard, Repetition twice) {
        var inside = heard.stream().filter(w -> overlap(w, twice.from(), twice.to()) * 2 >= w.to() - w.from() && w.to() > w.from()).toList();
        var first = inside.stream().filter(w -> w.from() + w.to() < 2 * twice.middle()).toList();
        var second = inside.subList(first.size(), inside.size());
        if (inside.isEmpty() || isSame(first, second)) return heard;
        var said = first.isEmpty() || second.isEmpty() ? inside
                : List.of(inside.stream().max(Comparator.comparingDouble(w -> overlap(w, twice.from(), twice.to()))).orElseThrow());
        int at = heard.indexOf(said.getLast()) + 1;
        if (isSame(said, heard.subList(at, Math.min(heard.size(), at + said.size()))) || isSame(said, heard.subList(Math.max(0, at - 2 * said.size()), Math.max(0, at - said.size())))) return heard;
        var out = new ArrayList<>(heard);
        out.addAll(at, said.stream().map(w -> new TakeTranscript.Word(w.text(), twice.middle(), twice.to(), w.probability())).toList());
        return List.copyOf(out);
    }

    private static boolean isSame(List<TakeTranscript.Word> first, List<TakeTranscript.Word> second) {
        return !first.isEmpty() && WordComparison.of(text(first), text(second)).errors() == 0;
    }

    private static String text(List<TakeTranscript.Word> words) {
        return new TakeTranscript("", words).text();
    }

    private static double overlap(TakeTranscript.Word word, double from, double to) {
        return Math.max(0, Math.min(word.to(), to) - Math.max(word.from(), from));
    }
}
