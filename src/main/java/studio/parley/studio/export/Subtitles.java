package studio.parley.studio.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.studio.export.Arrangement.Part;

/** Subtitles with speakers. */
public final class Subtitles {
    private Subtitles() {}

    /** WebVTT with a voice tag for each cue. No style block for the speakers' colours: ffmpeg 5.1 reads nothing after one. */
    public static String webVtt(Arrangement arrangement) {
        return webVtt(cues(arrangement));
    }

    /** WebVTT; words whose times are known have them, so that a player can show each as it is spoken. */
    public static String webVtt(List<Cue> cues) {
        var out = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            out.append('\n').append(cue.number()).append('\n').append(times(cue, '.'));
            if (cue.speaker().isEmpty()) out.append(marked(cue));
            else out.append("<v ").append(escaped(cue.speaker())).append('>').append(marked(cue)).append("</v>");
            out.append('\n');
        }
        return out.toString();
    }

    /** SubRip; it has no tag for speakers, so the name is written before the text. */
    public static String srt(Arrangement arrangement) {
        return srt(cues(arrangement));
    }

    public static String srt(List<Cue> cues) {
        var out = new StringBuilder();
        int number = 0;
        for (var cue : cues) {
            out.append(++number).append('\n').append(times(cue, ','));
            if (!cue.speaker().isEmpty()) out.append(cue.speaker()).append(": ");
            out.append(cue.text().replace("-->", "→")).append("\n\n");
        }
        return out.toString();
    }

    private static String times(Cue cue, char point) {
        return TimeFormat.stamp(cue.from(), point) + " --> " + TimeFormat.stamp(cue.to(), point) + "\n";
    }

    /** The text with a time before every word but the first; WebVTT wants these to rise, and to lie within the cue. */
    private static String marked(Cue cue) {
        if (cue.words().isEmpty()) return escaped(cue.text());
        var out = new StringBuilder();
        long last = cue.from();
        int at = 0;
        for (var word : cue.words()) {
            int found = cue.text().indexOf(word.text(), at);
            if (found < 0) continue;
            out.append(escaped(cue.text().substring(at, found)));
            at = found + word.text().length();
            if (word.from() > last && word.from() < cue.to()) {
                last = word.from();
                out.append('<').append(TimeFormat.stamp(last, '.')).append('>');
            }
            out.append(escaped(word.text()));
        }
        return out.append(escaped(cue.text().substring(at))).toString();
    }

    private static List<Cue> cues(Arrangement arrangement) {
        return cues(arrangement, WordSource.NONE);
    }

    /** One for each line, by start. */
    static List<Cue> cues(Arrangement arrangement, WordSource words) {
        return byTime(arrangement).stream().map(p -> new Cue(p.number(), millis(arrangement, p.start()), millis(arrangement, p.end()), p.speaker().name(),
                p.line().text(), words.words(arrangement, p))).toList();
    }

    private static long millis(Arrangement arrangement, long frame) {
        return Math.round(arrangement.seconds(frame) * 1000);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The parts with text, ordered by start; a pinned line may play before one above it in the script. */
    static List<Part> byTime(Arrangement arrangement) {
        var parts = new ArrayList<>(arrangement.parts());
        parts.removeIf(p -> !p.line().isSpoken());
        parts.sort(Comparator.comparingLong(Part::start));
        return parts;
    }

    /** Seconds with a fixed number of decimals. */
    static String seconds(double seconds, int decimals) {
        return BigDecimal.valueOf(seconds).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
