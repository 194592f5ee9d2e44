package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.Cue.TimedWord;
import studio.parley.studio.export.WordSource;

/**
 * The times of the words of an arrangement, from what was heard in its takes.
 *
 * @param transcripts what was heard in the clip of a part, if anything is known about it
 * @param closing what to do at the end
 */
public record PartWords(Document document, Function<Arrangement.Part, Optional<TakeTranscript>> transcripts, Runnable closing) implements WordSource {
    @Override
    public List<TimedWord> words(Arrangement arrangement, Arrangement.Part part) {
        return transcripts.apply(part).map(heard -> placed(arrangement, part, within(part, heard))).orElse(List.of());
    }

    /** What was heard in the line's part of its take. */
    private TakeTranscript within(Arrangement.Part part, TakeTranscript heard) {
        var cut = document.decoration(part.line().id()).cut(part.take().id());
        double seconds = (double) part.take().samples() / part.take().rate();
        return cut.isNone() ? heard : heard.between(cut.startMillis() / 1000.0, seconds - cut.endMillis() / 1000.0);
    }

    private static List<TimedWord> placed(Arrangement arrangement, Arrangement.Part part, TakeTranscript heard) {
        double begin = arrangement.seconds(part.start());
        double end = arrangement.seconds(part.end());
        double clip = begin - arrangement.seconds(part.skip());
        var text = part.line().text();
        var out = new ArrayList<TimedWord>();
        for (var word : TextTimes.of(text, heard)) {
            double from = clip + word.begin() / part.speed();
            double to = clip + word.end() / part.speed();
            double middle = (from + to) / 2;
            if (middle >= begin && middle <= end) out.add(new TimedWord(text.substring(word.from(), word.to()), millis(Math.max(begin, from)), millis(Math.min(end, to))));
        }
        return List.copyOf(out);
    }

    @Override
    public void close() {
        closing.run();
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
