package studio.parley.studio.document.staleness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.TakeInputs;

public class StalenessTrackerTest {
    /** Every line rendered, each having heard all before it. */
    public static Document rendered(int count) {
        var speakers = java.util.List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < count; i++) {
            lines.add(Line.of("L" + i, i % 2, "Did you see that light over there, number " + i + "?").with(Documents.take("T1", Integer.toHexString(i) + "a")));
        }
        var document = Document.of(new Conversation("", speakers, lines, Delivery.STANDARD));
        var heard = new ArrayList<TakeInputs.HeardLine>();
        var decorations = new java.util.HashMap<String, LineSettings>();
        for (var line : lines) {
            var choice = new ContextSelection(java.util.Optional.of(ContextSelection.Preset.values()[heard.size() % 3]), java.util.Set.of(), java.util.Set.of());
            var hearing = new TakeInputs(line.text(), line.speaker(), 0.9, 50, 0, 0, "m", java.util.List.of(), heard, java.util.Optional.of(choice));
            decorations.put(line.id(), LineSettings.NONE.withHeard("T1", hearing));
            heard.add(new TakeInputs.HeardLine(line.id(), line.speaker(), line.text(), line.takes().getFirst().clip()));
        }
        return new Document(document.conversation(), decorations, document.tracks(), document.markers(), document.pronunciations(), document.settings(), document.extras());
    }

    @Property(tries = 60)
    void givesWhatAskingForAllGives(@ForAll long seed) {
        var r = new Random(seed);
        var tracker = new StalenessTracker();
        var d = seed % 2 == 0 ? rendered(12) : Documents.random(r);
        for (int i = 0; i < 25; i++) {
            assertEquals(Staleness.of(d, Delivery.STANDARD, "m"), tracker.update(d, Delivery.STANDARD, "m"));
            d = Documents.edit(r, d).change().apply(d);
        }
    }

    @Test
    void typingJudgesOnlyTheLineTyped() {
        var d = rendered(12).with(ProjectSettings.FRESH.with(ContextSelection.Preset.REFERENCES));
        var tracker = new StalenessTracker();
        var before = tracker.update(d, Delivery.STANDARD, "m");
        assertTrue(before.values().stream().anyMatch(s -> s instanceof Staleness.Own), "some hear by another choice now");
        var after = tracker.update(LineEdits.type("L1", "Yes").change().apply(d), Delivery.STANDARD, "m");
        for (var line : d.lines()) if (!line.id().equals("L1")) assertSame(before.get(line.id()), after.get(line.id()), line.id());
    }
}
