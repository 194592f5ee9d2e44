package studio.parley.studio.document.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.io.StrictJson;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.staleness.StalenessTrackerTest;

class TakeInputsTableTest {
    private static JsonObject made(Document document, String key) {
        var take = DocumentJson.write(document).getAsJsonArray("lines").get(document.lines().size() - 1).getAsJsonObject().getAsJsonArray("takes").get(0);
        return take.getAsJsonObject().getAsJsonObject(key);
    }

    @Test
    void whatManyTakesHeardStandsOnce() {
        var document = StalenessTrackerTest.rendered(40);
        var json = DocumentJson.write(document);
        assertEquals(39, json.getAsJsonObject("heard").getAsJsonArray("lines").size());
        assertEquals("0-38", made(document, "heard").get("lines").getAsString());
        assertEquals("0-1", made(document, "recipe").get("context").getAsString());
        double perLine = (double) StrictJson.compact(json).length() / StrictJson.compact(DocumentJson.write(StalenessTrackerTest.rendered(10))).length();
        assertTrue(perLine < 4.5, "grows with the lines, not with what each heard: " + perLine);
    }

    /** Format 1, in which each take had it all, says the same. */
    @Property(tries = 100)
    void listsThatAreWrittenOutAreRead(@ForAll long seed) {
        var document = seed % 2 == 0 ? StalenessTrackerTest.rendered(12) : Documents.random(new Random(seed));
        var json = DocumentJson.write(document);
        json.addProperty(DocumentJson.VERSION_KEY, 1);
        TakeInputsTable.unfold(json);
        assertFalse(json.has(TakeInputsTable.KEY));
        assertFalse(StrictJson.compact(json).contains("\"lines\":\""));
        assertEquals(Optional.empty(), NumberRepair.in(json));
        assertEquals(document, DocumentJson.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0-1", "3-2", "a", "-1", "0,", "0--1", "99999999999", "0 0"})
    void numbersOfNothingAreDamage(String runs) {
        var json = DocumentJson.write(StalenessTrackerTest.rendered(2));
        json.getAsJsonArray("lines").get(1).getAsJsonObject().getAsJsonArray("takes").get(0).getAsJsonObject().getAsJsonObject("heard")
                .addProperty("lines", runs);
        assertThrows(DocumentJsonReader.Damage.class, () -> DocumentJson.read(json));
    }

    @Test
    void aListNoModelCouldHearIsDamage() {
        var json = DocumentJson.write(StalenessTrackerTest.rendered(2));
        json.getAsJsonArray("lines").get(1).getAsJsonObject().getAsJsonArray("takes").get(0).getAsJsonObject().getAsJsonObject("heard")
                .addProperty("lines", "0,".repeat(1_000_000) + "0");
        assertThrows(DocumentJsonReader.Damage.class, () -> DocumentJson.read(json));
    }

    /** What can be opened can be saved and opened again. */
    @Test
    void aListLongerThanAnyModelHearsStaysWrittenOut() {
        var heard = Collections.nCopies(6000, new TakeInputs.HeardLine("L0", 0, "Again?", "aa"));
        var document = StalenessTrackerTest.rendered(2);
        var own = document.decoration("L1");
        var longer = document.with("L1", own.withHeard("T1", own.heard().get("T1").withLines(heard)));
        var json = DocumentJson.write(longer);
        assertTrue(json.getAsJsonArray("lines").get(1).getAsJsonObject().getAsJsonArray("takes").get(0).getAsJsonObject().getAsJsonObject("heard")
                .get("lines").isJsonArray());
        assertEquals(longer, DocumentJson.read(json));
    }

    @Test
    void whatALaterParleyKeepsThereIsKept() {
        var json = DocumentJson.write(StalenessTrackerTest.rendered(3));
        json.getAsJsonObject("heard").addProperty("words", "later");
        assertEquals(json, DocumentJson.write(DocumentJson.read(json.deepCopy())));
    }

    @Test
    void whatIsNamedTwiceIsOneAndTheSame() {
        var json = DocumentJson.write(StalenessTrackerTest.rendered(3));
        TakeInputsTable.unfold(json);
        var lines = json.getAsJsonArray("lines");
        assertSame(heard(lines.get(1).getAsJsonObject()), heard(lines.get(2).getAsJsonObject()));
    }

    private static Object heard(JsonObject line) {
        return line.getAsJsonArray("takes").get(0).getAsJsonObject().getAsJsonObject("heard").getAsJsonArray("lines").get(0);
    }
}
