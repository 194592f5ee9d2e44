package studio.parley.studio.export;

import studio.parley.studio.document.Document;

/** Subtitles that say who speaks. */
public final class Subtitles {
    private Subtitles() {}

    /** WebVTT with a voice tag for each cue and the speakers' colours as a style. */
    public static String webVtt(Document document, Arrangement arrangement) {
        var out = new StringBuilder("WEBVTT\n\nSTYLE\n");
        for (var speaker : document.conversation().speakers()) {
            out.append("::cue(v[voice=\"").append(css(speaker.name())).append("\"]) { color: ").append(document.track(speaker.number()).colour()).append("; }\n");
        }
        if (document.conversation().speakers().isEmpty()) out.setLength("WEBVTT\n".length());
        for (var part : Cue.byTime(arrangement)) {
            out.append('\n').append(part.number()).append('\n')
                    .append(Cue.clock(arrangement.seconds(part.start()), '.')).append(" --> ").append(Cue.clock(arrangement.seconds(part.end()), '.')).append('\n')
                    .append("<v ").append(escaped(part.speaker().name())).append('>').append(escaped(part.line().text())).append("</v>\n");
        }
        return out.toString();
    }

    /** SubRip; it has no tag for speakers, so the name stands before the words. */
    public static String srt(Arrangement arrangement) {
        var out = new StringBuilder();
        int number = 0;
        for (var part : Cue.byTime(arrangement)) {
            out.append(++number).append('\n')
                    .append(Cue.clock(arrangement.seconds(part.start()), ',')).append(" --> ").append(Cue.clock(arrangement.seconds(part.end()), ',')).append('\n')
                    .append(part.speaker().name()).append(": ").append(part.line().text().replace("-->", "→")).append("\n\n");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A CSS string; the arrow would end a style block. */
    private static String css(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"").replace(">", "\\3e ");
    }
}
