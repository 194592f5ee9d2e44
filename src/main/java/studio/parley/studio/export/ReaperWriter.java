package studio.parley.studio.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement.Part;

/**
 * A REAPER project (.RPP, plain text): a track for each speaker with gain, mute, solo and colour, an item for each line with editable trim,
 * gain and fades, ducking as a take envelope, markers.
 */
public final class ReaperWriter {
    private ReaperWriter() {}

    /** @param files path of each part's untrimmed clip, relative to the project file */
    public static String project(Document document, Arrangement arrangement, Function<Part, String> files) {
        var out = new StringBuilder("<REAPER_PROJECT 0.1 \"7.0/parley\" 0\n  TEMPO 120 4 4\n");
        out.append("  SAMPLERATE ").append(arrangement.rate()).append(" 1 0\n");
        int number = 0;
        for (var m : document.markers()) {
            out.append("  MARKER ").append(++number).append(' ').append(seconds(m.millis() / 1000.0)).append(' ').append(quoted(m.label())).append(" 0\n");
        }
        for (var speaker : document.conversation().speakers()) {
            var own = arrangement.parts().stream().filter(p -> p.speaker().equals(speaker)).toList();
            track(out, document, arrangement, speaker, own, files);
        }
        return out.append(">\n").toString();
    }

    private static void track(StringBuilder out, Document document, Arrangement arrangement, Speaker speaker, List<Part> parts, Function<Part, String> files) {
        var track = document.track(speaker.number());
        int rgb = Integer.parseInt(track.colour().substring(1), 16);
        // The colour is a Windows COLORREF (blue high, red low) with a bit that says it is set.
        int colour = 0x1000000 | (rgb & 0xff) << 16 | rgb & 0xff00 | rgb >> 16;
        out.append("  <TRACK\n    NAME ").append(quoted(speaker.name())).append("\n    PEAKCOL ").append(colour).append("\n    VOLPAN ")
                .append(number(Arrangement.linear(track.gainDb()))).append(' ').append(number(track.pan())).append(" -1 -1 1\n    MUTESOLO ").append(track.muted() ? 1 : 0).append(' ')
                .append(track.solo() ? 1 : 0).append(" 0\n");
        for (var part : parts) item(out, document, arrangement, part, files.apply(part));
        out.append("  >\n");
    }

    private static void item(StringBuilder out, Document document, Arrangement arrangement, Part part, String file) {
        var own = document.decoration(part.line().id());
        out.append("    <ITEM\n      POSITION ").append(seconds(arrangement.seconds(part.start())))
                .append("\n      LENGTH ").append(seconds(arrangement.seconds(part.frames())))
                .append("\n      LOOP 0\n      FADEIN 1 ").append(seconds(arrangement.seconds(part.fadeIn()))).append(" 0\n      FADEOUT 1 ")
                .append(seconds(arrangement.seconds(part.fadeOut()))).append(" 0\n      LOCK ").append(own.locked() ? 1 : 0)
                .append("\n      NAME ").append(quoted(Subtitles.oneLine(part.line().text()))).append("\n      VOLPAN ")
                .append(number(Arrangement.linear(own.gainDb()))).append(" 0 1 -1\n      SOFFS ").append(seconds(arrangement.seconds(part.skip())))
                .append("\n      <SOURCE WAVE\n        FILE ").append(quoted(file)).append("\n      >\n");
        if (!part.ducks().isEmpty()) {
            out.append("      <VOLENV\n        ACT 1 -1\n        VIS 1 1 1\n");
            for (var p : DuckEnvelope.of(part, arrangement.rate())) out.append("        PT ").append(seconds(p.seconds())).append(' ').append(number(p.gain())).append(" 0\n");
            out.append("      >\n");
        }
        out.append("    >\n");
    }

    private static String seconds(double seconds) {
        return Subtitles.seconds(seconds, 9);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }

    /** REAPER's quoting: whichever of its three quotation marks the text does not contain. */
    static String quoted(String text) {
        var plain = Subtitles.oneLine(text);
        for (var mark : List.of("\"", "'", "`")) if (!plain.contains(mark)) return mark + plain + mark;
        return "`" + plain.replace('`', '\'') + "`";
    }
}
