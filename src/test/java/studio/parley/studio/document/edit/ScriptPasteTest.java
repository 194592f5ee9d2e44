package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.EstimatedLength;

class ScriptPasteTest {
    private final Document document = Documents.lighthouse();

    private ScriptPaste pasting(String text) {
        return ScriptPaste.of(document, text, Optional.of(3));
    }

    /** In the order of their first line, each once. */
    private static List<String> newSpeakers(ScriptPaste p) {
        return p.pasted().speakers().stream().map(s -> p.target(s.number())).filter(Target.New.class::isInstance).map(t -> ((Target.New) t).name())
                .distinct().toList();
    }

    private static List<String> script(Document d) {
        return d.lines().stream().map(l -> d.conversation().speaker(l.speaker()).name() + ": " + l.text()).toList();
    }

    @Test
    void knownNamesAreMappedAndNewOnesAdded() {
        var pasting = pasting("ANN: Hello.\nCleo ^: Hi.\nann: [pause 1] Again.");
        assertEquals(Map.of(0, new Target.Existing(0), 1, new Target.New("Cleo")), pasting.targets());
        assertEquals(List.of("Cleo"), newSpeakers(pasting));
        assertEquals(List.of("L4", "L5", "L6"), pasting.ids(document));
        var d = pasting.insert(1).change().apply(document);
        assertEquals(List.of("Ann: Did you see that?", "Ann: Hello.", "Cleo: Hi.", "Ann: Again.", "Ben: See what?", "Ann: That light."), script(d));
        assertEquals(TimingRelation.INTERRUPTS, d.line("L5").orElseThrow().relation());
        assertEquals(1000, d.line("L6").orElseThrow().pauseMillis());
        assertEquals("Paste 3 lines", pasting.insert(1).label());
        assertEquals("The Lighthouse", d.conversation().title());
    }

    @Test
    void likelyNamesAreSuggestedAndNothingIsMergedUnasked() {
        var pasting = pasting("BENN: One.\n\"Ben (V.O.)\": Two.\nDr. Ann: Three.\nBob: Four.\n\"BOB (on phone)\": Five.");
        assertEquals(new Target.New("Ben (V.O.)"), pasting.targets().get(1));
        assertEquals(List.of(new Target.Existing(3)), pasting.suggestions().get(1));
        assertEquals(List.of(new Target.Existing(0)), pasting.suggestions().get(2));
        assertEquals(List.of(new Target.New("Bob")), pasting.suggestions().get(4));
        var merged = pasting.with(1, new Target.Existing(3)).with(4, new Target.New("Bob"));
        assertEquals(List.of("BENN", "Dr. Ann", "Bob"), newSpeakers(merged));
        assertEquals("Ben: Two.", script(merged.insert(0).change().apply(document)).get(1));
        assertEquals("Bob: Five.", script(merged.insert(0).change().apply(document)).get(4));
    }

    @Test
    void offsetsAndProseGoToTheSpeakersAtHand() {
        var offsets = pasting("Hello there||General Kenobi");
        assertEquals(ScriptFormat.OFFSETS, offsets.form());
        assertEquals(Map.of(0, new Target.Existing(0), 1, new Target.New("Speaker 1")), offsets.targets());
        var prose = pasting("It was a dark night.\n\nNobody spoke.");
        assertEquals(ScriptFormat.PLAIN, prose.form());
        assertEquals(List.of("Ben: It was a dark night.", "Ben: Nobody spoke."), script(prose.insert(99).change().apply(document)).subList(3, 5));
    }

    @Test
    void namesThatAreNotAlikeStayApart() {
        assertTrue(SpeakerNameMatcher.isAlike("Guard 1", "GUARD 1 (V.O.)"));
        for (var pair : List.of(List.of("Guard 1", "Guard 2"), List.of("Ann", "Ben"), List.of("Speaker 1", "Speaker 2"), List.of("Guard 1", "Guard"), List.of("", "-"))) {
            assertEquals(false, SpeakerNameMatcher.isAlike(pair.getFirst(), pair.getLast()), pair + "");
        }
    }

    @Property(tries = 300)
    void anyTextIsPastedOrExplained(@ForAll String text, @ForAll long seed) {
        var d = Documents.random(new Random(seed));
        try {
            var pasting = ScriptPaste.of(d, text, Optional.empty());
            var after = pasting.insert(2).change().apply(d);
            int count = pasting.pasted().lines().size();
            assertEquals(count + (count > 0 && ScriptPaste.isUnbegun(d) ? 0 : d.lines().size()), after.lines().size());
        } catch (Problem told) {
            assertTrue(told.getMessage().length() > 10);
        }
    }

    @Test
    void twoPeopleSpeakInTurn() {
        assertEquals(OptionalInt.of(3), NextSpeaker.at(document, 3));
        assertEquals(OptionalInt.of(0), NextSpeaker.at(document, 2));
        assertEquals(OptionalInt.of(3), NextSpeaker.at(document, 1));
        assertEquals(OptionalInt.of(0), NextSpeaker.at(document, 0));
        var three = LineEdits.insert(3, List.of(Line.of("L9", 3, "Yes."), Line.of("L10", 3, "Yes."))).change().apply(document);
        assertEquals(OptionalInt.of(0), NextSpeaker.at(three, 99));
        assertEquals(OptionalInt.empty(), NextSpeaker.at(Document.empty("x"), 0));
    }

    @Test
    void lengthsAreEstimatedBeforeARender() {
        long millis = EstimatedLength.millis(document, document.line("L1").orElseThrow());
        assertTrue(millis > 800 && millis < 2500, millis + "");
        assertTrue(EstimatedLength.millis(document) > millis);
        assertEquals(0, EstimatedLength.millis(document, Line.of("x", 0, "")));
    }

    @Test
    void aScriptTakesThePlaceOfEmptyLinesAndTheirSpeaker() {
        var ann = Speaker.named(0, "Speaker 1");
        var ben = new Speaker(1, "Ben", List.of(new Reference("ben.wav")), Delivery.INHERITED);
        var cleo = Speaker.named(2, "Cleo");
        var fresh = Document.of(new Conversation("My project", List.of(ann, ben, cleo), List.of(Line.of("L1", 0, "")), Delivery.INHERITED));
        var pasted = ScriptPaste.of(fresh, "# Night\nDora: Who is there?\nBen: Nobody.\n", Optional.empty()).insert(1).change().apply(fresh);
        assertEquals(List.of("Ben", "Cleo", "Dora"), pasted.conversation().speakers().stream().map(Speaker::name).toList());
        assertEquals(2, pasted.lines().size());
        assertEquals("My project", pasted.conversation().title(), "a name is kept");
        var begun = Document.of(new Conversation("", List.of(ann), List.of(Line.of("L1", 0, "Hello.")), Delivery.INHERITED));
        var more = ScriptPaste.of(begun, "Dora: Who is there?\n", Optional.empty()).insert(1).change().apply(begun);
        assertEquals(List.of("Speaker 1", "Dora"), more.conversation().speakers().stream().map(Speaker::name).toList());
    }

    @Test
    void theFirstSpeakersMakeWayForThoseOfAScript() {
        var fresh = FirstSpeakers.in(Document.empty("x"));
        var landed = ScriptPaste.of(fresh, "Ann: One.\nBen: Two.", Optional.empty()).insert(0).change().apply(fresh);
        assertEquals(List.of("Ann", "Ben"), landed.conversation().speakers().stream().map(Speaker::name).toList());
        var prose = ScriptPaste.of(fresh, "Just words.", Optional.of(1)).insert(0).change().apply(fresh);
        assertEquals(List.of("Speaker 2"), prose.conversation().speakers().stream().map(Speaker::name).toList());
        var named = ProjectEdits.rename(0, "Cora").change().apply(fresh);
        var mixed = ScriptPaste.of(named, "Ann: One.", Optional.empty()).insert(0).change().apply(named);
        assertEquals(List.of("Cora", "Ann"), mixed.conversation().speakers().stream().map(Speaker::name).toList());
    }
}
