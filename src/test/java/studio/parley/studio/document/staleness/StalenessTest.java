package studio.parley.studio.document.staleness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.staleness.Staleness.Cause;

class StalenessTest {
    private static Document rendered() {
        var document = Documents.lighthouse();
        for (var id : List.of("L1", "L2", "L3")) document = rendered(document, id, id.substring(1));
        return document;
    }

    private static Document rendered(Document document, String id, String clip) {
        var heard = TakeInputsResolver.of(document, document.line(id).orElseThrow(), Delivery.STANDARD, "csm");
        return TakeAdded.numbered(new History(document), new TakeAdded(id, Documents.take("T1", clip), Optional.of(heard))).into(document);
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
        assertEquals(List.of("L1", "L2"), rendered().decoration("L3").heard().get("T1").lines().stream().map(TakeInputs.HeardLine::line).toList());
    }

    @Test
    void ownChangesAreRedAndNamed() {
        assertEquals(new Staleness.Own(Set.of(Cause.TEXT)), after(TestEdits.text("Type", "L2", "Where?"), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.SPEAKER, Cause.TEMPERATURE, Cause.TOP_K)), after(LineEdits.speaker(List.of("L2"), 0), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.TEMPERATURE, Cause.TOP_K)), after(ProjectEdits.speakerDelivery(3, Delivery.CLONE), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.REFERENCES)), after(ProjectEdits.addReference(3, new Reference("b.wav"), ReferenceMetadata.NONE), "L2"));
        assertEquals(new Staleness.Own(Set.of(Cause.TEXT)), after(ProjectEdits.pronunciations(List.of(new Pronunciation("light", "lite"))), "L3"));
        assertEquals(new Staleness.Own(Set.of(Cause.MODEL)), Staleness.of(rendered(), Delivery.STANDARD, "marvis").get("L1"));
    }

    /** A project.json may have been edited by hand. */
    @Test
    void speakersThatNeverWereDoNoHarm() {
        var document = rendered();
        var made = document.decoration("L3").heard().get("T1");
        var strangers = List.of(new TakeInputs.HeardLine("L1", -1, "a", "b"), new TakeInputs.HeardLine("L2", Integer.MAX_VALUE, "a", "b"));
        var edited = document.with("L3", document.decoration("L3").withHeard("T1", made.withLines(strangers)));
        assertEquals(new Staleness.Upstream(List.of("L1", "L2")), of(edited, "L3"));
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
        assertEquals(new Staleness.Fresh(), after(TestEdits.text("Type", "L1", "Look!"), "L2"));
    }

    private static Document hears(Document document, String id, ContextSelection listening) {
        return TakeEdits.listening(List.of(id), listening).change().apply(document);
    }

    @Test
    void anotherChoiceOfWhatALineHearsIsRedAndNamed() {
        var choice = ContextSelection.INHERITED;
        var without = hears(rendered(), "L3", choice.withLine("L1", false, true));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(without, "L3"));
        assertEquals(new ContextChange(List.of("L1"), List.of(), List.of(), List.of()), ContextChange.of(without, without.line("L3").orElseThrow()));
        var alone = hears(rendered(), "L3", choice.withPreset(Optional.of(ContextSelection.Preset.REFERENCES)));
        assertEquals(new ContextChange(List.of("L1", "L2"), List.of(), List.of(), List.of()), ContextChange.of(alone, alone.line("L3").orElseThrow()));
        assertEquals(List.of("L3"), RenderNeeds.of(alone, Staleness.of(alone, Delivery.STANDARD, "csm")).needed());
        assertEquals(new Staleness.Fresh(), of(hears(alone, "L3", choice), "L3"), "and back");
        assertEquals(new Staleness.Fresh(), of(hears(rendered(), "L1", choice.withPreset(Optional.of(ContextSelection.Preset.SCENE))), "L1"), "nothing else is heard");
        var again = rendered(alone, "L3", "8");
        assertEquals(new Staleness.Fresh(), of(again, "L3"));
        var all = hears(again, "L3", choice);
        assertEquals(new ContextChange(List.of(), List.of("L1", "L2"), List.of(), List.of()), ContextChange.of(all, all.line("L3").orElseThrow()));
        var pinned = hears(again, "L3", choice.withPreset(Optional.of(ContextSelection.Preset.REFERENCES)).withLine("L2", true, false));
        assertEquals(new ContextChange(List.of(), List.of("L2"), List.of(), List.of()), ContextChange.of(pinned, pinned.line("L3").orElseThrow()));
        var project = rendered().with(ProjectSettings.FRESH.with(ContextSelection.Preset.REFERENCES));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(project, "L2"), "the project's choice counts too");
    }

    /** As older versions stored them. */
    private static Document withoutChoices(Document document) {
        var json = DocumentJson.write(document);
        json.getAsJsonArray("lines").forEach(l -> l.getAsJsonObject().getAsJsonArray("takes").forEach(t -> t.getAsJsonObject().getAsJsonObject("heard").remove("listening")));
        return DocumentJson.read(json);
    }

    @Test
    void anotherChoiceForTakesOfOlderVersionsIsRedAndNamed() {
        var choice = ContextSelection.INHERITED;
        var document = withoutChoices(rendered());
        for (var id : List.of("L1", "L2", "L3")) assertEquals(new Staleness.Fresh(), of(document, id), "not for a newer program alone");
        var without = hears(document, "L3", choice.withLine("L1", false, true));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(without, "L3"));
        assertEquals(List.of("L1"), ContextChange.of(without, without.line("L3").orElseThrow()).leftOut());
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(document.with(document.settings().with(ContextSelection.Preset.REFERENCES)), "L2"));
        var alone = withoutChoices(rendered(hears(rendered(), "L3", choice.withPreset(Optional.of(ContextSelection.Preset.REFERENCES))), "L3", "8"));
        assertEquals(new Staleness.Fresh(), of(alone, "L3"));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(hears(alone, "L3", choice), "L3"));
    }

    /** The choice was changed, and the project saved, by a version that did not notice. */
    @Test
    void whatATakeOfAnOlderVersionHeardAgainstTheChoiceIsRed() {
        var choice = ContextSelection.INHERITED;
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(withoutChoices(hears(rendered(), "L3", choice.withLine("L2", false, true))), "L3"));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(withoutChoices(rendered().with(ProjectSettings.FRESH.with(ContextSelection.Preset.REFERENCES))), "L3"));
    }

    /** Without a line of theirs their clips are not heard either, which is also a change where the line itself was not rendered. */
    @Test
    void clipsThatAreNoLongerHeardAreNamed() {
        var document = ProjectEdits.addReference(3, new Reference("ben.wav"), ReferenceMetadata.NONE).change().apply(Documents.lighthouse());
        var whole = rendered(rendered(rendered(document, "L1", "1"), "L2", "2"), "L3", "3");
        var without = hears(whole, "L3", ContextSelection.INHERITED.withLine("L2", false, true));
        assertEquals(new ContextChange(List.of("L2"), List.of(), List.of(3), List.of()), ContextChange.of(without, without.line("L3").orElseThrow()));
        var alone = whole.with(ProjectSettings.FRESH.with(ContextSelection.Preset.REFERENCES));
        assertEquals(new ContextChange(List.of("L1", "L2"), List.of(), List.of(3), List.of()), ContextChange.of(alone, alone.line("L3").orElseThrow()));
        var again = rendered(alone, "L3", "8").with(ProjectSettings.FRESH);
        assertEquals(new ContextChange(List.of(), List.of("L1", "L2"), List.of(), List.of(3)), ContextChange.of(again, again.line("L3").orElseThrow()));
        var early = hears(rendered(document, "L3", "3"), "L3", ContextSelection.INHERITED.withLine("L2", false, true));
        assertEquals(new Staleness.Own(Set.of(Cause.CONTEXT)), of(early, "L3"));
        assertEquals(new ContextChange(List.of(), List.of(), List.of(3), List.of()), ContextChange.of(early, early.line("L3").orElseThrow()));
    }

    @Test
    void clipsOfThoseWhoWereSilentDoNotCount() {
        var document = ProjectEdits.addSpeaker(new studio.parley.dialogue.Speaker(9, "Cleo", List.of(new Reference("long.wav")), Delivery.INHERITED)).change().apply(rendered());
        for (var id : List.of("L1", "L2", "L3")) assertEquals(new Staleness.Fresh(), of(document, id));
        var now = TakeInputsResolver.of(document, document.line("L3").orElseThrow(), Delivery.STANDARD, "csm");
        assertTrue(now.references().stream().noneMatch(r -> r.speaker() == 9), now.references().toString());
        var old = document.decoration("L3").heard().get("T1");
        var all = new java.util.ArrayList<>(old.references());
        all.add(new TakeInputs.HeardReference(9, "gone.wav", ""));
        var made = new TakeInputs(old.text(), old.speaker(), old.temperature(), old.topK(), 0, 0, "csm", all, old.lines(), Optional.empty());
        assertEquals(new Staleness.Fresh(), of(document.with("L3", document.decoration("L3").withHeard("T1", made)), "L3"), "older takes heard everybody's");
    }

    @Test
    void nothingIsRedForAModelThatIsStillLoaded() {
        var loading = Staleness.of(rendered(), Delivery.INHERITED, Staleness.UNKNOWN_MODEL);
        for (var id : List.of("L1", "L2", "L3")) assertEquals(new Staleness.Checking(), loading.get(id));
        var typed = TestEdits.text("Type", "L2", "Where?").change().apply(rendered());
        assertEquals(new Staleness.Own(Set.of(Cause.TEXT)), Staleness.of(typed, Delivery.INHERITED, Staleness.UNKNOWN_MODEL).get("L2"));
        assertEquals(new Staleness.Missing(), Staleness.of(Documents.lighthouse(), Delivery.INHERITED, Staleness.UNKNOWN_MODEL).get("L1"));
    }

    @Test
    void amberIsNoNeedAndCanBeAcceptedAtOnce() {
        var document = rendered(rendered(), "L1", "9");
        var needs = RenderNeeds.of(document, Staleness.of(document, Delivery.STANDARD, "csm"));
        assertEquals(new RenderNeeds(List.of(), List.of("L2", "L3")), needs);
        var accepted = TakeEdits.accept(needs.affected(), Delivery.STANDARD, "csm").change().apply(document);
        for (var id : List.of("L1", "L2", "L3")) assertEquals(new Staleness.Fresh(), of(accepted, id));
        assertEquals(2, accepted.decoration("L3").heard().get("T1").lines().size());
        var locked = TakeEdits.lock(List.of("L2"), true).change().apply(document);
        assertEquals(List.of("L3"), RenderNeeds.of(locked, Staleness.of(locked, Delivery.STANDARD, "csm")).affected());
    }

    @Test
    void timingAndLoudnessAreNever() {
        for (var edit : List.of(LineEdits.pause("L2", 900), LineEdits.relation("L2", TimingRelation.INTERRUPTS), TakeEdits.gain(List.of("L2"), -6),
                TakeEdits.fades("L2", 10, 20), TakeEdits.trim("L2", 30, 40), ProjectEdits.gain(3, 3), ProjectEdits.mute(3, true),
                LineEdits.direction("L2", "loud"), TakeEdits.lock(List.of("L2"), true))) {
            assertEquals(new Staleness.Fresh(), after(edit, "L2"), edit.label());
        }
    }
}
