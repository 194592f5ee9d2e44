package studio.parley.studio.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TextTimes;
import studio.parley.studio.transcription.TextTimes.TimedText;

/** The words of a line as a take of it speaks them: where text and sound belong together. Times are seconds from the beginning of the clip. */
public record TimedWords(List<TimedText> words) {
    /** Nobody has listened to the take, or nothing was understood. */
    public static final TimedWords UNKNOWN = new TimedWords(List.of());

    /** How long a word counts as being spoken after its end, if no other begins. */
    private static final double LINGERS = 0.25;
    /** Left of a word beside one of which only the other's time is known. */
    private static final double BESIDE = 0.04;
    /** Sound around a word that still belongs to it, for times are not exact. */
    private static final double MARGIN = 0.04;

    /** The words heard in a clip, as their own text. */
    public static TimedWords of(TakeTranscript heard) {
        return new TimedWords(TextTimes.of(heard.text(), heard));
    }

    public TimedWords {
        words = List.copyOf(words);
    }

    public boolean isKnown() {
        return !words.isEmpty();
    }

    /** The word that is being spoken. */
    public Optional<TimedText> at(double seconds) {
        var begun = words.stream().filter(w -> w.begin() <= seconds).reduce((a, b) -> b);
        return begun.filter(w -> seconds < w.end() + LINGERS);
    }

    /** Where to begin to hear the word at a place of the text, or else the next one; the last one at the text's end. */
    public OptionalDouble onset(int place) {
        int index = 0;
        while (index < words.size() - 1 && words.get(index).to() <= place) index++;
        return isKnown() ? OptionalDouble.of(edge(index, -1)) : OptionalDouble.empty();
    }

    /** Where the sound can be cut if the text is cut at a place: between two words. Empty within a word and at the text's ends. */
    public OptionalDouble cut(int place) {
        int after = 0;
        while (after < words.size() && words.get(after).from() < place) after++;
        if (after == 0 || after == words.size() || words.get(after - 1).to() > place) return OptionalDouble.empty();
        return OptionalDouble.of(between(words.get(after - 1), words.get(after)));
    }

    private static double between(TimedText before, TimedText after) {
        double middle = (before.end() + after.begin()) / 2;
        if (before.isHeard() == after.isHeard()) return middle;
        return before.isHeard() ? Math.min(before.end() + BESIDE, middle(after)) : Math.max(after.begin() - BESIDE, middle(before));
    }

    private static double middle(TimedText word) {
        return (word.begin() + word.end()) / 2;
    }

    /** Only the words of the first characters. */
    public TimedWords until(int place) {
        return new TimedWords(words.stream().filter(w -> w.to() <= place).toList());
    }

    /** Where the text is cut if the sound is cut at a moment: before the first word that is mostly spoken later. Empty if nothing is on one side. */
    public OptionalInt place(double seconds) {
        int after = 0;
        while (after < words.size() && middle(words.get(after)) < seconds) after++;
        return after == 0 || after == words.size() ? OptionalInt.empty() : OptionalInt.of(words.get(after).from());
    }

    /** The moment itself if it is between words, else the nearer edge of the word there. */
    public double outside(double seconds) {
        for (int i = 0; i < words.size(); i++) {
            double from = edge(i, -1);
            double to = edge(i, 1);
            if (seconds > from && seconds < to) return seconds - from <= to - seconds ? from : to;
        }
        return seconds;
    }

    /** As {@link #outside}, but always the edge of the word on that side: -1 or 1. */
    public double beyond(double seconds, int side) {
        for (int i = 0; i < words.size(); i++) if (seconds > edge(i, -1) && seconds < edge(i, 1)) return edge(i, side);
        return seconds;
    }

    /** A word's edge with a little of the pause beside it, at most half. */
    private double edge(int index, int side) {
        double own = side < 0 ? words.get(index).begin() : words.get(index).end();
        int next = index + side;
        double free = next < 0 || next >= words.size() ? Double.POSITIVE_INFINITY
                : Math.max(0, side < 0 ? own - words.get(next).end() : words.get(next).begin() - own);
        return Math.max(0, own + side * Math.min(MARGIN, free / 2));
    }
}
