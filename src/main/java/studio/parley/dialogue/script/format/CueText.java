package studio.parley.dialogue.script.format;

import java.util.regex.Pattern;
import studio.parley.dialogue.script.parse.Entities;

/** The text of subtitles without style and time tags. */
final class CueText {
    private static final Pattern TAG = Pattern.compile("(?i)</?(?:[ibus]|c|v|em|strong|font|lang|ruby|rt|rp|span|p|div|color)(?:[.\\s][^>]{0,300})?/?>"
            + "|<\\d{1,3}:[\\d:.,]{2,18}>|\\{\\\\[^}]{0,200}\\}|\\{[yYfFcCsSpPibu]:[^}]{0,100}\\}");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>|\\\\[Nnh]");
    private static final Pattern WORD_TIME = Pattern.compile("<\\d{1,3}:[\\d:.,]{2,18}>");

    private CueText() {}

    static String plain(String text) {
        return Entities.resolved(TAG.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("")).strip().replaceAll("\\s+", " ");
    }

    /** Whether single words have times, as in rolling captions. */
    static boolean hasWordTimes(String text) {
        return WORD_TIME.matcher(text).find();
    }
}
