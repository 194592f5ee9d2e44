package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words of the window and the sources that say them. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/studio/parley/ui");
    private static final Path WORDS = Path.of("src/main/resources/studio/parley/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)*\\.?)\"");
    private static final Pattern KEY = Pattern.compile("Texts\\.of\\(\"([^\"]+)\"[,)]");

    @Test
    void everyKeyHasWords() throws IOException {
        var keys = KEY.matcher(sources()).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        keys.removeAll(words());
        assertEquals(Set.of(), keys);
    }

    /** Some keys are put together: then their beginning stands in the sources. Labels of commands are looked at elsewhere. */
    @Test
    void noWordsAreLeftOver() throws IOException {
        var literals = LITERAL.matcher(sources()).results().map(m -> m.group(1)).collect(Collectors.toSet());
        var unused = words().stream().filter(k -> !k.startsWith("commands.") && beginnings(k).stream().noneMatch(literals::contains)).toList();
        assertEquals(List.of(), unused);
    }

    /** A number that decides about words has words for none, for one and for many. */
    @Test
    void everyCountHasWordsForNoneOneAndMany() throws IOException {
        for (var text : texts().entrySet()) {
            var format = new MessageFormat(text.getValue(), Locale.ROOT).getFormatsByArgumentIndex();
            for (var part : format) if (part instanceof ChoiceFormat choice) {
                var said = IntStream.of(0, 1, 2).mapToObj(n -> new MessageFormat(choice.format(n), Locale.ROOT).format(new Object[] {n, n, n, n})).toList();
                assertEquals(3, Set.copyOf(said).size(), text.getKey() + ": " + said);
                assertFalse(said.get(0).matches("(?i)(.*\\W)?(one|1)\\b.*"), text.getKey() + ": " + said);
                assertFalse(said.get(2).matches("(?i)(one|1)\\b.*"), text.getKey() + ": " + said);
            }
        }
    }

    private static Map<String, String> texts() throws IOException {
        var out = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                var properties = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                properties.forEach((key, value) -> {
                    if (value.toString().contains(",")) out.put(file.getFileName() + " " + key, value.toString());
                });
            }
        }
        out.values().removeIf(v -> !v.matches("(?s).*\\{\\d+\\s*,\\s*choice.*"));
        return out;
    }

    /** The key itself, and what ends with one of its dots. */
    private static List<String> beginnings(String key) {
        var out = new ArrayList<>(List.of(key));
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) out.add(key.substring(0, dot + 1));
        return out;
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var out = new StringBuilder();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) out.append(Files.readString(file));
            return out.toString();
        }
    }

    private static Set<String> words() throws IOException {
        var out = new HashSet<String>();
        try (var files = Files.newDirectoryStream(WORDS, "*.properties")) {
            for (var file : files) {
                var properties = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                var name = file.getFileName().toString().replace(".properties", "");
                properties.stringPropertyNames().forEach(k -> out.add(name + "." + k));
            }
        }
        return out;
    }
}
