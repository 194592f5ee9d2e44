package studio.parley.studio.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Subtitles in which each word gets its speaker's colour as it is spoken: Advanced SubStation Alpha (v4.00+) with karaoke tags, whose unit is a hundredth
 * of a second.
 */
final class KaraokeWriter {
    private static final String HEAD = """
            [Script Info]
            ; Written by Parley
            Title: %s
            ScriptType: v4.00+
            WrapStyle: 0
            ScaledBorderAndShadow: yes
            PlayResX: 1920
            PlayResY: 1080

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            """;
    private static final String STYLE = "Style: %s,Arial,64,%s,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,80,80,60,1\n";
    private static final String EVENTS = "\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

    private KaraokeWriter() {}

    /** @param colours the colour of each speaker, {@code #rrggbb} */
    static String ass(String title, List<Cue> cues, Map<String, String> colours) {
        var out = new StringBuilder(String.format(Locale.ROOT, HEAD, plain(title)));
        var styles = new LinkedHashMap<String, String>();
        colours.forEach((speaker, colour) -> {
            styles.put(speaker, "Speaker" + (styles.size() + 1));
            out.append(String.format(Locale.ROOT, STYLE, styles.get(speaker), colour(colour)));
        });
        out.append(EVENTS);
        for (var cue : cues) {
            out.append("Dialogue: 0,").append(time(cue.from())).append(',').append(time(cue.to())).append(',').append(styles.getOrDefault(cue.speaker(), "Default")).append(',')
                    .append(plain(cue.speaker()).replace(',', ' ')).append(",0,0,0,,").append(text(cue)).append('\n');
        }
        return out.toString();
    }

    /** Each word with the time since the one before; what stands between two words goes with the first. */
    private static String text(Cue cue) {
        var out = new StringBuilder();
        long at = hundredths(cue.from());
        int done = 0;
        for (var word : cue.words()) {
            int found = cue.text().indexOf(word.text(), done);
            if (found < 0) continue;
            out.append(escaped(cue.text().substring(done, found)));
            long begin = Math.max(at, hundredths(word.from()));
            if (begin > at) out.append("{\\k").append(begin - at).append('}');
            at = Math.max(begin, hundredths(word.to()));
            out.append("{\\k").append(at - begin).append('}').append(escaped(word.text()));
            done = found + word.text().length();
        }
        return out.append(escaped(cue.text().substring(done))).toString();
    }

    /** Braces begin tags, and a backslash may begin one of the text's own. */
    private static String escaped(String text) {
        return text.replace('\\', '⧵').replace('{', '(').replace('}', ')').replace("\n", "\\N");
    }

    private static String plain(String text) {
        return Subtitles.oneLine(text);
    }

    private static long hundredths(long millis) {
        return Math.round(millis / 10.0);
    }

    private static String time(long millis) {
        long h = hundredths(millis);
        return String.format(Locale.ROOT, "%d:%02d:%02d.%02d", h / 360_000, h / 6000 % 60, h / 100 % 60, h % 100);
    }

    /** {@code #rrggbb} as blue, green, red. */
    private static String colour(String rgb) {
        return "&H00" + (rgb.substring(5, 7) + rgb.substring(3, 5) + rgb.substring(1, 3)).toUpperCase(Locale.ROOT);
    }
}
