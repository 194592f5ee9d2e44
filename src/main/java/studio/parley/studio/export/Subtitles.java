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
        var out = new StringBuilder("WEBVTT\n");
        for (var part : byTime(arrangement)) {
            out.append('\n').append(part.number()).append('\n')
                    .append(TimeFormat.stamp(Math.round(arrangement.seconds(part.start()) * 1000), '.')).append(" --> ").append(TimeFormat.stamp(Math.round(arrangement.seconds(part.end()) * 1000), '.')).append('\n')
                    .append("<v ").append(escaped(part.speaker().name())).append('>').append(escaped(part.line().text())).append("</v>\n");
        }
        return out.toString();
    }

    /** SubRip; it has no tag for speakers, so the name is written before the text. */
    public static String srt(Arrangement arrangement) {
        var out = new StringBuilder();
        int number = 0;
        for (var part : byTime(arrangement)) {
            out.append(++number).append('\n')
                    .append(TimeFormat.stamp(Math.round(arrangement.seconds(part.start()) * 1000), ',')).append(" --> ").append(TimeFormat.stamp(Math.round(arrangement.seconds(part.end()) * 1000), ',')).append('\n')
                    .append(part.speaker().name()).append(": ").append(part.line().text().replace("-->", "→")).append("\n\n");
        }
        return out.toString();
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
