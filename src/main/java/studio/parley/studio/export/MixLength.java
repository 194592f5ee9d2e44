package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Timeline;
import studio.parley.problem.Problem;
import studio.parley.speech.text.DurationEstimate;

/**
 * How long a mix is, and how much of it is speech. Silence takes as much time and space as speech, so that a mistyped time must not make days of it.
 *
 * @param seconds of the whole
 * @param spoken seconds of all lines
 * @param latest the index of the line before which the longest silence is
 * @param latestAt when that line begins, in seconds
 */
public record MixLength(double seconds, double spoken, int latest, double latestAt) {
    /** Hardly anybody wants a longer file, and a 16-bit WAV would not hold it. */
    private static final double MOST = 24 * 3600;
    /** Up to so many seconds, any share of silence may be meant. */
    private static final double MOST_SILENCE = 3600;
    /** Of a longer mix. */
    private static final double LEAST_SPEECH = 0.01;

    /** A line that sounds; seconds. */
    private record Span(int line, double from, double to) {}

    /** Of an arrangement. */
    static MixLength of(Arrangement arrangement) {
        return of(arrangement.parts().stream().map(p -> new Span(p.number() - 1, arrangement.seconds(p.start()), arrangement.seconds(p.end()))).toList());
    }

    /** As long as the lines of a conversation will probably be. */
    public static MixLength expected(Conversation conversation) {
        var placed = Timeline.of(conversation, 1000, MixLength::expectedMillis).placed();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < placed.size(); i++) {
            var p = placed.get(i);
            if (p.end() > p.start()) spans.add(new Span(i, p.start() / 1000.0, p.end() / 1000.0));
        }
        return of(spans);
    }

    private static long expectedMillis(Line line) {
        return line.isSpoken() ? Math.round(1000 * DurationEstimate.seconds(line.text())) : 0;
    }

    private static MixLength of(List<Span> spans) {
        double end = 0;
        double spoken = 0;
        double longest = -1;
        var latest = new Span(0, 0, 0);
        for (var span : spans.stream().sorted(Comparator.comparingDouble(Span::from)).toList()) {
            if (span.from() - end > longest) {
                longest = span.from() - end;
                latest = span;
            }
            spoken += Math.max(0, span.to() - Math.max(end, span.from()));
            end = Math.max(end, span.to());
        }
        return new MixLength(end, spoken, latest.line(), latest.from());
    }

    public double silence() {
        return seconds - spoken;
    }

    /** Whether nobody can mean it: it lasts more than a day, or hours of which hardly any has a word. */
    public boolean isAbsurd() {
        return seconds > MOST || silence() > MOST_SILENCE && spoken < LEAST_SPEECH * seconds;
    }

    /**
     * Refuses a mix that nobody can mean.
     *
     * @param name of a line by its index, for the message
     */
    public void check(IntFunction<String> name) {
        if (!isAbsurd()) return;
        throw Problem.input("The mix would last " + TimeFormat.clock(seconds, 0) + ", of which " + TimeFormat.clock(spoken, 0) + " are speech, because " + name.apply(latest)
                + " begins at " + TimeFormat.clock(latestAt, 0) + ". Correct the time of that line, or divide the conversation into parts.");
    }
}
