package studio.parley.studio.document.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.Scripts;
import studio.parley.problem.Problem;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;

/** One impossible number does not make a project unreadable. */
class NumberRepairTest {
    @TempDir Path home;

    private Path project() {
        var root = home.resolve("p.parley");
        var document = Document.of(Scripts.read("p.txt", "Ann: One.\nBen: Two.\nAnn: Three.\n", Optional.empty()));
        Project.create(root, document).close();
        return root;
    }

    private static Project.Opened reopened(Path root, String find, String put) throws Exception {
        var file = root.resolve("project.json");
        var text = Files.readString(file);
        assertTrue(text.contains(find), text);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(find), put));
        return Project.open(root);
    }

    @Test
    void aNumberOutOfRangeIsMovedToTheNearestAndSaidOnce() throws Exception {
        var root = project();
        var opened = reopened(root, "\"text\": \"Two.\",", "\"text\": \"Two.\", \"speed\": 0.1, \"gainDb\": 1e9, \"pauseMillis\": -4, \"fadeInMillis\": 12.6,");
        try (var project = opened.project()) {
            var own = project.document().decoration(project.document().lines().get(1).id());
            assertEquals(0.5, own.speed());
            assertEquals(24, own.gainDb());
            assertEquals(13, own.fadeInMillis());
            assertEquals(0, project.document().lines().get(1).pauseMillis());
            var notice = opened.notices().stream().filter(n -> n.contains("4 invalid numbers")).toList();
            assertEquals(1, notice.size(), opened.notices() + "");
            assertTrue(notice.getFirst().contains("of line 2") && notice.getFirst().contains("project.damaged.json"), notice.getFirst());
            assertTrue(Files.readString(root.resolve("project.damaged.json")).contains("\"speed\": 0.1"));
        }
    }

    @Test
    void aNegativeGapIsNone() throws Exception {
        try (var project = reopened(project(), "\"millis\": 200", "\"millis\": -300").project()) {
            assertEquals(new TimingRelation.After(0), project.document().lines().getFirst().relation());
        }
    }

    /** Every number of a project there is, in turn, as what it cannot be. */
    @Test
    void noNumberMakesTheProjectUnreadable() {
        var whole = IntStream.range(0, 20).mapToObj(seed -> DocumentJson.write(Documents.random(new Random(seed))).toString())
                .max(Comparator.comparingInt(t -> count(JsonParser.parseString(t)))).orElseThrow();
        int count = count(JsonParser.parseString(whole));
        assertTrue(count > 60, count + " numbers");
        for (var odd : new String[] {"-1e12", "1e12", "0.37", "\"fast\"", "null", "[]", "1.0", "-1"}) {
            for (int i = 0; i < count; i++) {
                var tree = (JsonObject) JsonParser.parseString(whole);
                var key = set(tree, new int[] {i}, odd, "");
                if (key.startsWith("x-")) continue;
                NumberRepair.in(tree);
                try {
                    var document = DocumentJson.read(tree);
                    assertEquals(document, DocumentJson.read(DocumentJson.write(document)), key + " = " + odd);
                    assertEquals(Optional.empty(), NumberRepair.in(DocumentJson.write(document)), key + " = " + odd);
                } catch (DocumentJsonReader.Damage e) {
                    throw new AssertionError(key + " = " + odd, e);
                }
            }
        }
    }

    @Test
    void aSpeakerWithoutANumberGetsTheOneItsLinesAskFor() throws Exception {
        var opened = reopened(project(), "\"number\": 1,", "\"number\": \"one\",");
        try (var project = opened.project()) {
            assertEquals("Ben", project.document().conversation().speaker(project.document().lines().get(1).speaker()).name());
        }
        assertTrue(opened.notices().getFirst().contains("the number of speaker 2 (\"one\", now 1)"), opened.notices() + "");
    }

    @Test
    void aNumberTwiceOrALineOfNobodyLosesNoLine() throws Exception {
        var opened = reopened(project(), "\"number\": 1,", "\"number\": 0,");
        try (var project = opened.project()) {
            assertEquals(List.of(0, 1, 0), project.document().lines().stream().map(l -> l.speaker()).toList());
        }
        home = home.resolve("second");
        try (var project = reopened(project(), "\"speaker\": 1,", "\"speaker\": 7,").project()) {
            assertEquals(List.of(0, 0, 0), project.document().lines().stream().map(l -> l.speaker()).toList());
        }
        home = home.resolve("third");
        try (var project = reopened(project(), "\"speaker\": 1,", "").project()) {
            assertEquals(3, project.document().lines().size());
        }
    }

    @Test
    void numbersThatAreNoneAreSaidOnceWithTheOthers() throws Exception {
        var opened = reopened(project(), "\"delivery\": {}", "\"delivery\": {\"topK\": NaN, \"temperature\": 99}");
        opened.project().close();
        assertEquals(1, opened.notices().size(), opened.notices() + "");
    }

    @Test
    void aFileThatIsCutOffIsSaidOnceAndKept() throws Exception {
        var root = project();
        var cut = Files.readString(root.resolve("project.json")).substring(0, 300);
        Files.writeString(root.resolve("project.json"), cut);
        var opened = Project.open(root);
        opened.project().close();
        assertEquals(3, opened.project().document().lines().size());
        assertEquals(1, opened.notices().size(), opened.notices() + "");
        assertTrue(opened.notices().getFirst().contains("is damaged") && opened.notices().getFirst().contains("restored from its journal"), opened.notices() + "");
        assertEquals(cut, Files.readString(root.resolve("project.damaged.json")));
    }

    @Test
    void aNumberInQuotesCounts() throws Exception {
        try (var project = reopened(project(), "\"text\": \"Two.\",", "\"text\": \"Two.\", \"speed\": \"0.75\", \"pauseMillis\": \"300\",").project()) {
            assertEquals(0.75, project.document().decoration(project.document().lines().get(1).id()).speed());
            assertEquals(300, project.document().lines().get(1).pauseMillis());
        }
    }

    @Test
    void aNewerFormatIsRefusedHoweverItIsWritten() throws Exception {
        var p = assertThrows(Problem.class, () -> reopened(project(), "\"parley\": 2,", "\"parley\": 3.0,"));
        assertTrue(p.getMessage().contains("newer version of Parley (format 3;"), p.getMessage());
    }

    private static int count(com.google.gson.JsonElement at) {
        return switch (at) {
            case JsonObject o -> o.entrySet().stream().mapToInt(e -> count(e.getValue())).sum();
            case JsonArray a -> a.asList().stream().mapToInt(NumberRepairTest::count).sum();
            case JsonPrimitive p -> p.isNumber() ? 1 : 0;
            default -> 0;
        };
    }

    /** Puts {@code value} in place of the number that is {@code left[0]} numbers further; returns its key. */
    private static String set(com.google.gson.JsonElement at, int[] left, String value, String key) {
        switch (at) {
            case JsonObject o -> {
                for (var e : o.entrySet()) {
                    if (e.getValue() instanceof JsonPrimitive p && p.isNumber() && left[0]-- == 0) {
                        e.setValue(JsonParser.parseString(value));
                        return e.getKey();
                    }
                    var found = set(e.getValue(), left, value, e.getKey());
                    if (!found.isEmpty()) return found;
                }
            }
            case JsonArray a -> {
                for (var item : a) {
                    var found = set(item, left, value, key);
                    if (!found.isEmpty()) return found;
                }
            }
            default -> { }
        }
        return "";
    }
}
