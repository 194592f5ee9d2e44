package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.Staleness.Cause;
import studio.parley.studio.document.staleness.TakeInputsResolver;

class VoiceChoiceTest {
    private static Document moods() {
        var document = Documents.lighthouse();
        for (var mood : List.of("calm", "angry")) {
            document = ProjectEdits.addReference(0, new Reference(mood + ".wav"), new ReferenceMetadata(mood, "", "", false, 0, 0)).change().apply(document);
        }
        return document;
    }

    private static List<String> heard(Document document, String line) {
        return TakeInputsResolver.of(document, document.line(line).orElseThrow(), Delivery.STANDARD, "csm").references().stream().map(HeardReference::path).toList();
    }

    private static Staleness stale(Document document, String line) {
        return Staleness.of(document, Delivery.STANDARD, "csm").get(line);
    }

    @Test
    void clipsWithAMoodWaitUntilALineAsksForThem() {
        assertEquals(List.of("references/ann.wav"), heard(moods(), "L1"));
        var asked = TakeEdits.mood(List.of("L1"), " Angry ").change().apply(moods());
        assertEquals(List.of("angry.wav"), heard(asked, "L1"));
        assertEquals(List.of("references/ann.wav"), heard(asked, "L2"));
        assertEquals(List.of("references/ann.wav"), heard(TakeEdits.mood(List.of("L1"), "bored").change().apply(moods()), "L1"));
    }

    @Test
    void theFirstClipIsHeardWhateverItsMood() {
        var turned = ProjectEdits.firstReference(0, "calm.wav").change().apply(moods());
        assertEquals(List.of("calm.wav", "references/ann.wav"), heard(turned, "L1"));
    }

    @Test
    void anotherMoodMakesTheLineStaleAndAcceptingEndsThat() {
        var document = moods();
        var made = TakeInputsResolver.of(document, document.lines().getFirst(), Delivery.STANDARD, "csm");
        document = new TakeAdded("L1", Documents.take("T1", "1"), Optional.of(made)).into(document);
        assertInstanceOf(Staleness.Fresh.class, stale(document, "L1"));
        var asked = TakeEdits.mood(List.of("L1"), "calm").change().apply(document);
        assertEquals(new Staleness.Own(Set.of(Cause.REFERENCES)), stale(asked, "L1"));
        var accepted = TakeEdits.accept(List.of("L1", "L2"), Delivery.STANDARD, "csm").change().apply(asked);
        assertInstanceOf(Staleness.Fresh.class, stale(accepted, "L1"));
        assertInstanceOf(Staleness.Missing.class, stale(accepted, "L2"));
    }

    @Test
    void pinningALineKeepsTheMood() {
        var own = ContextSelection.INHERITED.withMood("calm").withLine("L1", true, false).withLine("L2", false, true).withLine("L1", false, false);
        assertEquals(new ContextSelection(Optional.empty(), Set.of(), Set.of("L2"), "calm"), own);
    }

    @Test
    void speakersMoveAndOnePartOfADeliveryChanges() {
        var moved = ProjectEdits.moveSpeaker(3, 0).change().apply(Documents.lighthouse());
        assertEquals(List.of(3, 0), moved.conversation().speakers().stream().map(Speaker::number).toList());
        var line = TestEdits.delivery(List.of("L1"), Delivery.CLONE).change().apply(moved);
        var cooler = LineEdits.adjust(List.of("L1"), "temperature", d -> new Delivery(null, d.topK(), d.maxMillis(), d.seed())).change().apply(line);
        assertEquals(20, cooler.lines().getFirst().delivery().topK());
        assertNull(cooler.lines().getFirst().delivery().temperature());
    }
}
