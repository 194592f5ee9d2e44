package studio.parley.studio.export;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.studio.export.Arrangement.Part;

/**
 * Names for clip files from a template: a run of {@code #} is the line's number with that many digits, {@code speaker},
 * {@code words} (the first five), {@code take} and {@code title} stand for themselves. Safe on every system, unique in a folder.
 */
public final class FileNames {
    public static final String TEMPLATE = "###_speaker_words";
    private static final int LONGEST = 80;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
            "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {}

    /** A name, without ending, for each part by line id. */
    public static Map<String, String> of(String template, String title, List<Part> parts) {
        var names = new HashMap<String, String>();
        var used = new HashSet<String>();
        for (var part : parts) names.put(part.line().id(), unique(name(template, title, part), used));
        return names;
    }

    static String name(String template, String title, Part part) {
        var words = Arrays.stream(part.line().text().split("\\s+")).limit(5).collect(Collectors.joining(" "));
        var matcher = java.util.regex.Pattern.compile("#+|speaker|words|take|title").matcher(template);
        return safe(matcher.replaceAll(m -> java.util.regex.Matcher.quoteReplacement(switch (m.group()) {
            case "speaker" -> safe(part.speaker().name());
            case "words" -> safe(words);
            case "take" -> safe(part.take().id());
            case "title" -> safe(title);
            default -> String.format(Locale.ROOT, "%0" + m.group().length() + "d", part.number());
        })));
    }

    /** Letters, digits and a few signs; never empty, never a name Windows keeps for itself. */
    static String safe(String text) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}_.]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        if (clean.codePointCount(0, clean.length()) > LONGEST) clean = clean.substring(0, clean.offsetByCodePoints(0, LONGEST)).replaceAll("[-.]+$", "");
        return clean.isEmpty() ? "untitled" : RESERVED.contains(clean.toLowerCase(Locale.ROOT)) ? clean + "_" : clean;
    }

    static String unique(String name, Set<String> used) {
        var free = name;
        for (int i = 2; !used.add(free.toLowerCase(Locale.ROOT)); i++) free = name + "-" + i;
        return free;
    }
}
