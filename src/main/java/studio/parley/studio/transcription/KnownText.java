package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.recognition.Departure;
import studio.parley.recognition.Weighed;
import studio.parley.textnorm.WordComparison;

/**
 * A text as a recogniser would write it, and where it heard something else. Pure.
 *
 * @param words what was heard, but the written words wherever these are others
 * @param departures what was heard there
 */
record KnownText(List<String> words, List<Departure> departures) {
    /** How much of what the recogniser expects of language it mixes into what it hears. */
    private static final double MIXED = 0.5;
    /** Logarithms of how likely a departure must be: between those of spoiled takes and of good ones. */
    private static final double MISSING = -1.2;
    private static final double REARRANGED = -3;
    private static final double OTHER = 5.5;
    /** The last word of a sentence is spoken slowly; of one that takes so few seconds hardly anything is there. */
    private static final double CUT_OFF_SECONDS = 0.15;
    private static final double CUT_OFF = -6;
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    static KnownText of(String text, List<TakeTranscript.Word> heard) {
        var written = WORD.matcher(WordCheck.withoutActions(text)).results().toList();
        var heardText = heard.stream().map(TakeTranscript.Word::text).collect(Collectors.joining(" "));
        var words = new ArrayList<String>();
        var departures = new ArrayList<Departure>();
        int h = 0;
        int end = 0;
        for (var difference : WordComparison.of(WordCheck.withoutActions(text), heardText).differences()) {
            for (; h < heard.size() && end + heard.get(h).text().length() <= difference.heardFrom(); h++) {
                words.add(heard.get(h).text());
                end += heard.get(h).text().length() + 1;
            }
            var others = new ArrayList<String>();
            for (; h < heard.size() && end < difference.heardTo(); h++) {
                others.add(heard.get(h).text());
                end += heard.get(h).text().length() + 1;
            }
            var own = written.stream().filter(m -> m.start() < difference.to() && m.end() > difference.from()).map(m -> m.group()).toList();
            departures.add(new Departure(Departure.Kind.OTHER, words.size(), words.size() + own.size(), others));
            words.addAll(own);
        }
        heard.subList(h, heard.size()).forEach(w -> words.add(w.text()));
        return new KnownText(List.copyOf(words), List.copyOf(departures));
    }

    /** The words with all departures that the sound speaks for; of two in one place that for which it does more. */
    static List<TakeTranscript.Word> said(List<TakeTranscript.Word> words, List<Weighed> weighed) {
        boolean isCutOff = words.getLast().to() - words.getLast().from() < CUT_OFF_SECONDS;
        var accepted = new ArrayList<Departure>();
        weighed.stream().filter(w -> evidence(w) > 0 || isCutOff && isLast(w.departure(), words.size()) && evidence(w) + MISSING > CUT_OFF)
                .sorted(Comparator.comparingDouble(w -> -evidence(w))).map(Weighed::departure)
                .filter(d -> accepted.stream().noneMatch(a -> a.from() <= d.to() && d.from() <= a.to())).forEach(accepted::add);
        accepted.sort(Comparator.comparingInt(d -> -d.from()));
        var out = new ArrayList<>(words);
        for (var departure : accepted) {
            var said = timed(words, departure);
            out.subList(departure.from(), departure.to()).clear();
            out.addAll(departure.from(), said);
        }
        return List.copyOf(out);
    }

    /** More than 0 if the sound speaks for a departure. */
    private static double evidence(Weighed weighed) {
        var departure = weighed.departure();
        double against = Math.min(0, weighed.expected());
        if (departure.kind() == Departure.Kind.MISSING || departure.said().isEmpty()) return weighed.heard() - MIXED * against - MISSING;
        // A name is less expected than a word that sounds like it: all of that is prejudice.
        if (departure.kind() == Departure.Kind.OTHER) return weighed.heard() - MIXED * against - Math.max(0, weighed.expected()) - OTHER;
        return weighed.heard() - MIXED * weighed.expected() - REARRANGED;
    }

    /** Only the last word is missing. */
    private static boolean isLast(Departure departure, int words) {
        return departure.kind() == Departure.Kind.MISSING && departure.to() == words && departure.from() == words - 2 && words > 2;
    }

    /** What is said instead of some words shares their time. */
    private static List<TakeTranscript.Word> timed(List<TakeTranscript.Word> words, Departure departure) {
        int last = words.size() - 1;
        double from = departure.from() > last ? words.get(last).to() : words.get(departure.from()).from();
        double to = departure.to() > departure.from() ? words.get(departure.to() - 1).to() : from;
        int letters = departure.said().stream().mapToInt(String::length).sum();
        var out = new ArrayList<TakeTranscript.Word>();
        int at = 0;
        for (var word : departure.said()) {
            double begin = from + (to - from) * at / letters;
            at += word.length();
            out.add(new TakeTranscript.Word(word, begin, from + (to - from) * at / letters, 1));
        }
        return out;
    }
}
