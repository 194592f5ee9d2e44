package studio.parley.studio.document.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.io.StrictJson;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.DocumentDiff;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;

public class DocumentJsonTest {
    @Property(tries = 200)
    void readingWhatWasWrittenGivesTheSame(@ForAll long seed) {
        var document = Documents.random(new Random(seed));
        assertEquals(document, DocumentJson.read(JsonText.parse(StrictJson.pretty(DocumentJson.write(document)))));
    }

    @Property(tries = 200)
    void aPatchLeadsFromOneToTheOther(@ForAll long seed) {
        var r = new Random(seed);
        var from = Documents.random(r);
        var to = r.nextBoolean() ? Documents.random(r) : Documents.edit(r, from).change().apply(from);
        var patch = JsonText.parse(StrictJson.compact(DocumentDiff.between(from, to)));
        assertEquals(to, DocumentDiff.apply(from, new DocumentJsonReader(patch, "a patch")));
    }

    @Test
    void unknownKeysAreKeptWhereTheyStood() {
        var json = DocumentJson.write(Documents.lighthouse());
        json.addProperty("mastering", "warm");
        json.getAsJsonObject("settings").addProperty("grid", 7);
        json.getAsJsonArray("lines").get(1).getAsJsonObject().addProperty("emotion", "afraid");
        json.getAsJsonArray("speakers").get(0).getAsJsonObject().add("lips", new JsonObject());
        var document = DocumentJson.read(json.deepCopy());
        assertEquals(json, DocumentJson.write(document));
        var edited = TestEdits.text("Type", "L2", "What?").change().apply(document);
        var patched = DocumentDiff.apply(document, new DocumentJsonReader(DocumentDiff.between(document, edited), "a patch"));
        assertEquals("afraid", DocumentJson.write(patched).getAsJsonArray("lines").get(1).getAsJsonObject().get("emotion").getAsString());
        assertEquals("warm", DocumentJson.write(patched).get("mastering").getAsString());
    }

    /** Wherever a later version may put something of its own: in every object there is. */
    @Property(tries = 100)
    void unknownKeysAreKeptInEveryObject(@ForAll long seed) {
        var r = new Random(seed);
        var json = DocumentJson.write(Documents.random(r));
        addLater(json);
        var document = DocumentJson.read(json.deepCopy());
        assertEquals(json, DocumentJson.write(document));
        var edit = Documents.edit(r, document);
        var edited = edit.change().apply(document);
        var patch = JsonText.parse(StrictJson.compact(DocumentDiff.between(document, edited)));
        assertEquals(DocumentJson.write(edited), DocumentJson.write(DocumentDiff.apply(document, new DocumentJsonReader(patch, "a patch"))));
    }

    private static void addLater(JsonElement tree) {
        switch (tree) {
            case JsonObject o -> {
                List.copyOf(o.entrySet()).forEach(e -> addLater(e.getValue()));
                o.addProperty("later", o.keySet().stream().sorted().findFirst().orElse("nothing"));
            }
            case JsonArray a -> a.forEach(DocumentJsonTest::addLater);
            default -> { }
        }
    }

    @Test
    void whatOtherProgramsCallJsonIsMended() {
        assertEquals("[null, null,null,null, -1.5e3,\"NaN\",\"a\\ufffdb\",\"\\ufffd\\\\ud83d\",\"\\ud83d\\ude00\"]", JsonRepair.of(
                "[NaN, -Infinity,1e999,null, -1.5e3,\"NaN\",\"a\\ud83db\",\"\\uDE00\\\\ud83d\",\"\\ud83d\\ude00\"]"));
        for (var sound : List.of("", "{}", "{\"a\":[1,\"\\\"\\\\\",true]}", "[1e308,0.1,\"", "\"\\", "[-]")) assertEquals(sound, JsonRepair.of(sound));
    }

    /** Older projects say nothing of a speed; what cannot be one is damage, like any other impossible value. */
    @Test
    void aSpeedIsKeptAndOneThatCannotBeIsRefused() {
        var document = Documents.lighthouse();
        assertEquals(1, document.decoration("L2").speed());
        assertFalse(DocumentJson.write(document).toString().contains("speed\":1"));
        var faster = document.with("L2", document.decoration("L2").withSpeed(1.25));
        assertEquals(faster, DocumentJson.read(DocumentJson.write(faster)));
        var staleness = Staleness.of(faster, studio.parley.dialogue.Delivery.STANDARD, "csm");
        assertEquals(Staleness.of(document, studio.parley.dialogue.Delivery.STANDARD, "csm"), staleness);
        for (var bad : new Object[] {0.49, 2.5, 0, -1, 1e300}) {
            var json = DocumentJson.write(faster);
            json.getAsJsonArray("lines").get(1).getAsJsonObject().addProperty("speed", (Number) bad);
            assertThrows(DocumentJsonReader.Damage.class, () -> DocumentJson.read(json.deepCopy()), bad + "");
        }
    }

    @Test
    void aKeystrokeIsASmallPatch() {
        var document = Documents.lighthouse();
        var next = LineEdits.type("L2", "See what").change().apply(document);
        assertTrue(StrictJson.compact(DocumentDiff.between(document, next)).length() < 200);
    }

    @Test
    void takesMakeNoKeystrokeLarger() {
        var document = Documents.lighthouse();
        var hearing = TakeInputsResolver.of(document, document.lines().get(1), studio.parley.dialogue.Delivery.STANDARD, "csm");
        for (int i = 0; i < 20; i++) document = new TakeAdded("L2", Documents.take("T" + i, "a"), java.util.Optional.of(hearing)).into(document);
        var next = LineEdits.type("L2", "See what").change().apply(document);
        var patch = DocumentDiff.between(document, next);
        assertTrue(StrictJson.compact(patch).length() < 250, StrictJson.compact(patch));
        assertEquals(next, DocumentDiff.apply(document, new DocumentJsonReader(patch, "a patch")));
    }

    @Property(tries = 400)
    void anyDamageIsNamedAndNothingElseHappens(@ForAll long seed) {
        var r = new Random(seed);
        var text = new StringBuilder(StrictJson.compact(DocumentJson.write(Documents.random(r))));
        for (int i = 0; i <= r.nextInt(6); i++) mutate(r, text);
        try {
            DocumentJson.read(JsonText.parse(text.toString()));
        } catch (DocumentJsonReader.Damage expected) {
            assertTrue(!expected.getMessage().isEmpty());
        }
    }

    public static void mutate(Random r, StringBuilder text) {
        if (text.isEmpty()) return;
        int at = r.nextInt(text.length());
        switch (r.nextInt(6)) {
            case 0 -> text.setLength(at);
            case 1 -> text.setCharAt(at, (char) (32 + r.nextInt(90)));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + r.nextInt(20)));
            case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
            case 4 -> {
                int digit = digit(text, at);
                if (digit >= 0) text.replace(digit, digit + 1, new String[] {"-5", "1e999999999", "99999999999999999999", "null", "\"x\"", "{}", "[[]]"}[r.nextInt(7)]);
            }
            default -> text.insert(at, "[".repeat(r.nextInt(2000)));
        }
    }

    private static int digit(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) return i;
        return -1;
    }

    @Test
    void jsonEndsWhereItEnds() {
        assertThrows(DocumentJsonReader.Damage.class, () -> JsonText.parse("{} {}"));
        assertThrows(DocumentJsonReader.Damage.class, () -> JsonText.parse("{'a':1}"));
        assertThrows(DocumentJsonReader.Damage.class, () -> JsonText.parse(""));
    }
}
