package studio.parley.studio.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.Transcript.Word;

/** Cuts a transcript at the ends of sentences and at pauses; the pieces get what is around their words, so that no breath is cut off. */
final class ConversationCutter {
    /** Seconds: a pause that ends an utterance in the middle of a sentence, and one that ends it at a comma. */
    private static final double LONG_PAUSE = 0.8;
    private static final double COMMA_PAUSE = 0.4;
    /** Seconds: longer utterances are cut at their longest pause. */
    private static final double LONGEST = 15;
    /** Seconds of a pause that pieces keep at their ends, and by which the times of words may be wrong. */
    private static final double MARGIN = 0.08;
    private static final double WRONG = 0.12;
    /** Seconds of quiet that are no part of a word: there the first utterance begins and the last one ends, else with the recording. */
    private static final double SILENCE = 0.3;
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…]['\"”’)]*");
    private static final Pattern COMMA = Pattern.compile(".*[,;:—–-]");
    /** Titles, and initials such as {@code J.}: their points end nothing. */
    private static final Pattern SHORT_FORM = Pattern.compile("(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|etc|\\p{Lu})\\.");

    private ConversationCutter() {}

    /** In the order of time; no two overlap. */
    static List<Utterance> cut(Transcript transcript, QuietPlaces quiet) {
        var utterances = new ArrayList<Utterance>();
        var words = transcript.words().stream().filter(w -> !w.text().isBlank()).toList();
        int begin = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 < words.size() && !isEnd(words.get(i), words.get(i + 1).from() - words.get(i).to())) continue;
            utterances.addAll(parts(words.subList(begin, i + 1)));
            begin = i + 1;
        }
        return bounded(utterances, quiet, transcript.seconds());
    }

    private static boolean isEnd(Word word, double pause) {
        if (pause >= LONG_PAUSE) return true;
        if (SENTENCE_END.matcher(word.text()).matches()) return !SHORT_FORM.matcher(word.text()).matches();
        return pause >= COMMA_PAUSE && COMMA.matcher(word.text()).matches();
    }

    private static List<Utterance> parts(List<Word> words) {
        var whole = Utterance.of(words);
        if (whole.seconds() <= LONGEST || words.size() < 4) return List.of(whole);
        int best = words.size() / 2;
        double most = -1;
        for (int i = words.size() / 4; i < words.size() * 3 / 4; i++) {
            double pause = words.get(i + 1).from() - words.get(i).to();
            if (pause <= most) continue;
            most = pause;
            best = i + 1;
        }
        var out = new ArrayList<>(parts(words.subList(0, best)));
        out.addAll(parts(words.subList(best, words.size())));
        return out;
    }

    /** With the ends in the pauses between them. */
    private static List<Utterance> bounded(List<Utterance> utterances, QuietPlaces quiet, double seconds) {
        var out = new ArrayList<Utterance>();
        double from = utterances.isEmpty() ? 0 : beginOfFirst(quiet.between(0, utterances.getFirst().from() + WRONG));
        for (int i = 0; i < utterances.size(); i++) {
            var here = utterances.get(i);
            boolean isLast = i == utterances.size() - 1;
            double next = isLast ? seconds : Math.min(utterances.get(i + 1).from() + WRONG, utterances.get(i + 1).to());
            var pause = quiet.between(Math.max(here.from(), here.to() - WRONG), Math.max(next, here.to()));
            double to = Math.max(from, isLast ? endOfLast(pause, seconds) : end(pause));
            out.add(here.between(from, to));
            from = Math.max(to, begin(pause));
        }
        return out.stream().filter(u -> u.seconds() > 0.02).toList();
    }

    private static double beginOfFirst(QuietPlaces.Pause pause) {
        return pause.seconds() < SILENCE ? 0 : begin(pause);
    }

    private static double endOfLast(QuietPlaces.Pause pause, double seconds) {
        return pause.seconds() < SILENCE ? seconds : end(pause);
    }

    private static double end(QuietPlaces.Pause pause) {
        return Math.min(pause.from() + MARGIN, (pause.from() + pause.to()) / 2);
    }

    private static double begin(QuietPlaces.Pause pause) {
        return Math.max(pause.to() - MARGIN, (pause.from() + pause.to()) / 2);
    }
}
