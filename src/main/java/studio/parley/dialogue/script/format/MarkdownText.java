package studio.parley.dialogue.script.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.Entities;
import studio.parley.dialogue.script.parse.SpeakerNameRules;

/** Text without Markdown syntax. */
final class MarkdownText {
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]{0,200})\\]\\([^)\\n]{0,500}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,500})\\](?:\\([^)\\n]{0,500}\\)|\\[[^\\]\\n]{0,100}\\])");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(?:\\*{1,3}|~~|(?<![\\p{L}\\p{N}])_{1,3}|_{1,3}(?![\\p{L}\\p{N}_])|`+)");
    private static final Pattern SOUND = Pattern.compile("(?<![*\\\\])\\*([^*\\n]{1,60})\\*(?!\\*)|(?<![_\\p{L}\\p{N}\\\\])_([^_\\n]{1,60})_(?![_\\p{L}\\p{N}])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!\"#$%&'+,\\-./:;<=>?@^`{|}~])");

    private MarkdownText() {}

    /** Emphasis that names a sound ({@code *sighs*}) becomes brackets. */
    static String plain(String text) {
        var plain = IMAGE.matcher(text).replaceAll("$1");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = SOUND.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(sound(m.group(), m.group(1) != null ? m.group(1) : m.group(2))));
        plain = EMPHASIS.matcher(plain).replaceAll("").replaceAll("<br\\s?/?>", " ").replaceAll("</?(?:b|i|em|strong|u|span|p|sub|sup)\\b[^>]{0,100}>", "");
        return Entities.resolved(ESCAPE.matcher(plain).replaceAll("$1")).replaceFirst("\\\\$", "").strip();
    }

    private static String sound(String whole, String inner) {
        var bare = inner.strip();
        if (bare.matches("\\(.*\\)|\\[.*\\]")) return bare;
        return Asides.isSound(bare) && !SpeakerNameRules.isCapitals(bare.substring(0, 1)) ? "(" + bare + ")" : whole;
    }
}
