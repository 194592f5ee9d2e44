package studio.parley.studio.export;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.io.FileName;
import studio.parley.studio.export.Arrangement.Part;

/**
 * Names for clip files from a template: a run of {@code #} is the line's number with that many digits; {@code speaker}, {@code words} (the
 * first five), {@code take} and {@code title} are placeholders. Valid on every system, unique in a folder.
 */
public final class FileNames {
    public static final String TEMPLATE = "###_speaker_words";
    private static final int LONGEST = 80;
    private static final int LONGEST_BYTES = 110;
    /** With any extension; superscript digits count as digits there. */
    private static final Pattern RESERVED = Pattern.compile("(?iu)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

    private FileNames() {}

    /** A name, without extension, for each part by line id. */
    public static Map<String, String> of(String template, String title, List<Part> parts) {
        var names = new HashMap<String, String>();
        var used = new HashSet<String>();
        for (var part : parts) names.put(part.line().id(), unique(name(template, title, part), used));
        return names;
    }

    static String name(String template, String title, Part part) {
        var words = Arrays.stream(part.line().text().split("\\s+")).limit(5).collect(Collectors.joining(" "));
        var matcher = Pattern.compile("#+|speaker|words|take|title").matcher(template);
        return safe(matcher.replaceAll(m -> Matcher.quoteReplacement(switch (m.group()) {
            case "speaker" -> safe(part.speaker().name());
            case "words" -> safe(words);
            case "take" -> safe(part.take().id());
            case "title" -> safe(title);
            default -> String.format(Locale.ROOT, "%0" + m.group().length() + "d", part.number());
        })));
    }

    /**
     * Letters, digits and a few other characters; never empty, never a name reserved by Windows, and short enough (in bytes, which is what
     * file systems count) to be combined with another such name, a number and an extension in one file name.
     */
    public static String safe(String text) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}_.]+", "-");
        clean = trimmed(shortened(trimmed(clean)));
        if (clean.isEmpty()) return "untitled";
        return RESERVED.matcher(clean).matches() ? clean.replaceFirst("^[^.]*", "$0_") : clean;
    }

    private static String shortened(String name) {
        int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
        return FileName.shortened(name.substring(0, end), LONGEST_BYTES);
    }

    private static String trimmed(String name) {
        return name.replaceAll("^[-.]+|[-.]+$", "");
    }

    /** The name, or with a number appended if it is used already; names that differ in case only count as the same. */
    public static String unique(String name, Set<String> used) {
        var free = name;
        for (int i = 2; !used.add(folded(free)); i++) free = name + "-" + i;
        return free;
    }

    /** Compared as on file systems that ignore case. */
    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
