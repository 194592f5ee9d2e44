package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.convert.ConversionProgress;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.LoudnessTarget;
import studio.parley.studio.model.install.InstallEvent;
import studio.parley.studio.timing.ClipRelations;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.ui.script.card.LineRow;
import studio.parley.ui.script.imports.ImportPreview;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.voices.line.DeliveryField;

/** The texts of the window and the keys in the sources that ask for them. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/studio/parley/ui");
    private static final Path WORDS = Path.of("src/main/resources/studio/parley/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
    private static final Locale ROOT = Locale.ROOT;
    /** Literals that begin like a key and are none: a setting and a style class. */
    private static final Set<String> OTHER = Set.of("export.preset", "timeline.snapping");
    /** Beginnings whose keys are composed in more than one way; what they give is among the literals or below. */
    private static final Set<String> OPEN = Set.of("commands.", "timeline.", "script.source.");

    /** Keys put together from a beginning and a value: every beginning in the sources is listed here with all its values. */
    private static Map<String, List<String>> composed() {
        var out = new TreeMap<String, List<String>>();
        out.put("export.format.", names(AudioFormat.values()));
        out.put("export.part.", names(ExportPreset.Part.values()));
        out.put("export.preset.", ExportPreset.ALL.stream().map(ExportPreset::name).toList());
        out.put("export.target.", LoudnessTarget.ALL.stream().map(LoudnessTarget::id).toList());
        out.put("export.unready.", List.of("no_take", "clip_missing", "stale", "stale_upstream", "words", "other_voice", "speaks_twice", "flagged"));
        var keys = List.of("space", "digits", "f", "t", "k", "tab", "r", "n", "b", "esc");
        out.put("queue.key.", keys);
        out.put("queue.does.", keys);
        out.put("script.cause.", names(Staleness.Cause.values()));
        out.put("script.change.", names(ImportPreview.Kind.values()));
        out.put("script.sign.", names(ImportPreview.Kind.values()));
        out.put("script.chip.", List.of("heard", "pinned", "no_room", "unheard", "left_out"));
        out.put("script.chip.reference.", List.of("heard", "no_room"));
        out.put("script.dot.", names(LineRow.State.values()));
        out.put("script.spoken.", names(LineRow.State.values()));
        out.put("script.form.", names(ScriptFormat.values()));
        out.put("script.kind.", names(ClipRelations.Kind.values()));
        out.put("script.preset.", names(ContextSelection.Preset.values()));
        out.put("settings.computes.", List.of("auto", "cpu", "cuda", "coreml"));
        out.put("settings.hears.", names(ContextSelection.Preset.values()));
        out.put("settings.get.stage.", names(InstallEvent.Stage.values()));
        out.put("settings.page.", List.of("appearance", "sound", "model", "card", "projects", "keys", "machine"));
        out.put("settings.precision.", List.of("auto", "int8", "int4", "fp16", "fp32"));
        out.put("settings.scheme.", names(Theme.Scheme.values()));
        out.put("settings.stage.", names(ConversionProgress.Stage.values()));
        out.put("shell.group.", List.of("file", "edit", "view", "script", "line", "takes", "checks", "voices", "voice", "timeline", "transport", "render", "help"));
        out.put("shell.kept.", names(ProjectSession.Kept.values()));
        out.put("shell.menu.", List.of("file", "edit", "view", "line", "voice", "transport", "render", "help", "recent", "go", "takes", "clip", "speakers",
                "around", "markers", "loops", "wind", "shuttle", "zoom", "place", "clipGo"));
        out.put("timeline.menu.relation.", names(ClipRelations.Kind.values()));
        out.put("voices.cause.", names(Staleness.Cause.values()));
        out.put("voices.changes.", names(Staleness.Cause.values()).stream().filter(c -> !c.equals("context")).toList());
        out.put("voices.chip.", List.of("clipped", "dull", "long", "noisy", "offset", "pauses", "quiet", "short", "silent"));
        out.put("voices.colour.", List.of("blue", "orange", "violet", "green", "pink", "teal", "gold", "red"));
        out.put("voices.delivery.", ends(Stream.of(DeliveryField.values()).map(f -> f.name().toLowerCase(ROOT)).toList(), "", ".none"));
        out.put("voices.heard.edge.", names(HeardWords.Edge.values()));
        out.put("voices.hears.", ends(List.of("inherit", "references", "scene", "conversation"), "", ".help"));
        out.put("voices.preset.", ends(List.of("standard", "clone", "greedy"), "", ".help"));
        out.put("voices.tab.", List.of("voices", "line", "checks"));
        out.put("timeline.mute", List.of("", ".hint", ".of"));
        out.put("timeline.solo", List.of("", ".hint", ".of"));
        for (var option : Map.of("ripple", List.of("off", "track", "all"), "snap", List.of("on", "off"), "follow", List.of("page", "smooth", "off"),
                "spectrogram", List.of("on", "off")).entrySet()) {
            out.put("timeline." + option.getKey() + ".", option.getValue());
            out.put("timeline." + option.getKey() + ".name.", option.getValue());
        }
        return out;
    }

    @Test
    void everyKeyHasWords() throws IOException {
        var words = words();
        var bundles = words.stream().map(k -> k.substring(0, k.indexOf('.'))).collect(Collectors.toSet());
        var missing = literals().stream().filter(l -> !l.endsWith(".") && l.contains(".") && bundles.contains(l.substring(0, l.indexOf('.'))))
                .filter(l -> !words.contains(l) && !words.contains("commands." + l) && !OTHER.contains(l)).collect(Collectors.toCollection(TreeSet::new));
        composedKeys().stream().filter(k -> !words.contains(k)).forEach(missing::add);
        assertEquals(Set.of(), missing);
    }

    /** Labels of commands are checked by {@code CommandsTest}, which knows all commands. */
    @Test
    void everyTextIsUsed() throws IOException {
        var used = literals();
        used.addAll(composedKeys());
        assertEquals(List.of(), words().stream().filter(k -> !k.startsWith("commands.") && !used.contains(k)).sorted().toList());
    }

    @Test
    void everyComposedKeyIsListed() throws IOException {
        var bundles = words().stream().map(k -> k.substring(0, k.indexOf('.') + 1)).collect(Collectors.toSet());
        var beginnings = literals().stream().filter(l -> l.endsWith(".") && bundles.contains(l.substring(0, l.indexOf('.') + 1)))
                .filter(l -> !composed().containsKey(l) && !OPEN.contains(l)).toList();
        assertEquals(List.of(), beginnings);
    }

    @Test
    void numbersHaveNoThousandsSeparators() {
        assertEquals("Line 12345 · Ann", Messages.of("queue.line", 12345, "Ann"));
        assertEquals("1234 lines queued", Messages.of("queue.waiting", 1234));
        assertEquals("One line queued", Messages.of("queue.waiting", 1L));
        assertEquals("1234.5 kHz", Messages.of("voices.chip.rate", 1234.5));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(v -> v.name().toLowerCase(ROOT)).toList();
    }

    private static List<String> ends(List<String> middles, String... ends) {
        return middles.stream().flatMap(m -> Stream.of(ends).map(e -> m + e)).toList();
    }

    private static Set<String> composedKeys() {
        return composed().entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> e.getKey() + v)).collect(Collectors.toSet());
    }

    private static Set<String> literals() throws IOException {
        return LITERAL.matcher(sources()).results().map(m -> m.group(1)).collect(Collectors.toCollection(HashSet::new));
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
