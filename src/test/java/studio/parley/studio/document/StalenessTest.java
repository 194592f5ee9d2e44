package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Relation;
import studio.parley.studio.document.Staleness.Cause;

class StalenessTest {
    private static Document rendered() {
        var document = Documents.lighthouse();
        for (var id : List.of("L1", "L2", "L3")) document = rendered(document, id, id.substring(1));
        return document;
    }

    private static Document rendered(Document document, String id, String clip) {
        var heard = CurrentHearing.of(document, document.line(id).orElseThrow(), Delivery.STANDARD, "csm");
        return Arrival.numbered(document, new Arrival(id, Documents.take("T1", clip), Optional.of(heard))).into(document);
    }

    private static Staleness of(Document document, String id) {
        return Staleness.of(document, Delivery.STANDARD, "csm").get(id);
    }

    private static Staleness after(Edit edit, String id) {
        return of(edit.change().apply(rendered()), id);
    }

    @Test
    void whatWasJustMadeIsFresh() {
        for (var id : List.of("L1", "L2", "L3")) assertEquals(new Staleness.Fresh(), of(rendered(), id));
        assertEquals(new Staleness.Missing(), of(Documents.lighthouse(), "L1"));
        assertEquals(List.of("L1", "L2"), rendered().decoration("L3").heard().get("T1").lines().stream().map(Hearing.HeardLine::line).toList());
    }

    @Test
    void ownChangesAreRedAndNamed() {
        assertEquals(new Staleness.Own(Set.of(Cause.TEXT)), after(LineEdits.text("Type", "L2", "Where?"), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.SPEAKER, Cause.TEMPERATURE, Cause.TOP_K)), after(LineEdits.speaker(List.of("L2"), 0), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.TEMPERATURE, Cause.TOP_K)), after(ProjectEdits.speakerDelivery(3, Delivery.CLONE), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.REFERENCES)), after(ProjectEdits.addReference(3, new Reference("b.wav"), ReferenceNote.NONE), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.TEXT)), after(ProjectEdits.pronunciations(List.of(new Pronunciation("light", "lite"))), "L3"));
        assertEquals(new Staleness.Own(Set.of(Cause.MODEL)), Staleness.of(rendered(), Delivery.STANDARD, "marvis").get("L1"));
    }

    @Test
    void anotherTakeUpstreamIsAmber() {
        var document = rendered(rendered(), "L1", "9");
        assertEquals(new Staleness.Fresh(), of(document, "L1"));
        assertEquals(new Staleness.Upstream(List.of("L1")), of(document, "L2"));
        assertEquals(new Staleness.Upstream(List.of("L1")), of(document, "L3"));
        var back = TakeEdits.choose("L1", Optional.of("T1")).change().apply(document);
        assertEquals(new Staleness.Fresh(), of(back, "L3"));
        assertEquals(new Staleness.Upstream(List.of("L2")), after(LineEdits.remove(List.of("L2")), "L3"));
    }

    @Test
    void editedWordsUpstreamAreHeardOnlyWhenRendered() {
        assertEquals(new Staleness.Fresh(), after(LineEdits.text("Type", "L1", "Look!"), "L2"));
    }

    @Test
    void timingAndLoudnessAreNever() {
        for (var edit : List.of(LineEdits.pause("L2", 900), LineEdits.relation("L2", Relation.INTERRUPTS), TakeEdits.gain(List.of("L2"), -6),
                TakeEdits.fades("L2", 10, 20), TakeEdits.trim("L2", 30, 40), ProjectEdits.gain(3, 3), ProjectEdits.mute(3, true),
                LineEdits.direction("L2", "loud"), TakeEdits.lock(List.of("L2"), true))) {
            assertEquals(new Staleness.Fresh(), after(edit, "L2"), edit.label());
        }
    }
}
