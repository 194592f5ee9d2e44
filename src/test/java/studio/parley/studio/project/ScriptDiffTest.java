package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ScriptDiff.Change;

class ScriptDiffTest {
    private static final String[] WORDS = {"did", "you", "see", "that", "light", "no", "yes", "there", "out", "water"};

    private static Document lighthouse() {
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"));
        var lines = List.of(taken("L1", 0, "Did you see that?"), taken("L2", 1, "See what?"), taken("L3", 0, "That light, out there."),
                taken("L4", 1, "Oh no, not again."));
        return TakeEdits.lock(List.of("L3"), true).change().apply(Document.of(new Conversation("The Lighthouse", speakers, lines, studio.parley.dialogue.Delivery.INHERITED)));
    }

    private static Line taken(String id, int speaker, String text) {
        var l = Line.of(id, speaker, text);
        return new Line(id, speaker, l.text(), "", 250, new TimingRelation.Overlap(90), l.delivery(), List.of(Documents.take("T1", "a")), Optional.empty());
    }

    private static ScriptDiff diff(Document d, String script) {
        return ScriptDiff.of(d, ScriptPaste.of(d, script, ScriptFormat.PARLEY, Optional.empty()));
    }

    @Test
    void changesAreNamedAndTakesKept() {
        var d = lighthouse();
        var diff = diff(d, """
                # The Lighthouse
                Ben: Oh no, not again.
                Ann: Did you see that?
                Cid: Hello.
                ANN: That bright light, out there.
                """);
        assertEquals(List.of("Added", "Unchanged", "Added", "Changed"),
                diff.changes().stream().filter(c -> !(c instanceof Change.Removed)).map(c -> c.getClass().getSimpleName()).toList().stream()
                        .map(n -> n.equals("Moved") ? "Added" : n).toList());
        assertEquals(1, diff.count(Change.Moved.class));
        assertEquals(1, diff.count(Change.Removed.class));
        var after = diff.edit().change().apply(d);
        assertEquals(List.of("L4", "L1", "L5", "L3"), after.lines().stream().map(Line::id).toList());
        assertEquals(1, after.line("L3").orElseThrow().takes().size());
        assertTrue(after.decoration("L3").locked());
        assertEquals(new TimingRelation.Overlap(90), after.line("L4").orElseThrow().relation());
        assertEquals(List.of("Ann", "Ben", "Cid"), after.conversation().speakers().stream().map(Speaker::name).toList());
    }

    @Test
    void speakersAreMergedByMapping() {
        var d = lighthouse();
        var script = "Ann: Did you see that?\nBenjamin: See what?\nAnn: That light, out there.\nBen: Oh no, not again.\n";
        var pasting = ScriptPaste.of(d, script, ScriptFormat.PARLEY, Optional.empty());
        var stranger = pasting.pasted().speakers().stream().filter(s -> s.name().equals("Benjamin")).findFirst().orElseThrow();
        assertInstanceOf(Target.New.class, pasting.targets().get(stranger.number()));
        assertFalse(ScriptDiff.of(d, pasting).isEmpty());
        assertTrue(ScriptDiff.of(d, pasting.with(stranger.number(), new Target.Existing(1))).isEmpty());
    }

    @Test
    void manyEqualLinesAndALongScriptAreFast() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 5000; i++) lines.add(Line.of("L" + i, i % 2, i % 3 == 0 ? "Yes." : "Line number " + i + "."));
        var d = Document.of(new Conversation("", List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben")), lines, studio.parley.dialogue.Delivery.INHERITED));
        var moved = new ArrayList<>(lines);
        java.util.Collections.rotate(moved, 2500);
        var script = Script.write(new Conversation("", d.conversation().speakers(), moved, d.conversation().delivery()));
        var after = diff(d, script).edit().change().apply(d);
        assertEquals(5000, after.lines().size());
        assertEquals(new HashSet<>(lines.stream().map(Line::id).toList()), new HashSet<>(after.lines().stream().map(Line::id).toList()));
    }

    @Property(tries = 300)
    void theDocumentBecomesTheScript(@ForAll long seed) {
        var r = new Random(seed);
        var d = document(r);
        var script = edited(r, d.conversation());
        var diff = diff(d, Script.write(script));
        var after = diff.edit().change().apply(d);
        assertEquals(script.lines().stream().map(l -> name(script, l) + l.text()).toList(),
                after.lines().stream().map(l -> name(after.conversation(), l) + l.text()).toList());
        var ids = new HashSet<String>();
        for (var line : after.lines()) assertTrue(ids.add(line.id()), line.id());
        for (var change : diff.changes()) {
            if (change instanceof Change.Unchanged(var now)) assertKept(d, now);
            if (change instanceof Change.Moved(var now)) assertKept(d, now);
            if (change instanceof Change.Changed(var before, var now)) {
                assertEquals(before.takes(), now.takes());
                assertEquals(before.id(), now.id());
            }
            if (change instanceof Change.Removed(var before)) assertTrue(after.line(before.id()).isEmpty());
            if (change instanceof Change.Added(var now)) assertTrue(d.line(now.id()).isEmpty());
        }
        var again = diff(after, Script.write(script));
        assertTrue(again.changes().stream().allMatch(c -> c instanceof Change.Unchanged), again.changes().toString());
    }

    private static void assertKept(Document d, Line now) {
        var before = d.line(now.id()).orElseThrow();
        assertEquals(List.of(before.text(), before.speaker(), before.takes(), before.pauseMillis(), before.relation()),
                List.of(now.text(), now.speaker(), now.takes(), now.pauseMillis(), now.relation()));
    }

    @Property(tries = 100)
    void whatIsWrittenComesBackUnchanged(@ForAll long seed) {
        var d = document(new Random(seed));
        assertTrue(diff(d, Script.write(d.conversation())).isEmpty());
    }

    private static String name(Conversation c, Line l) {
        return c.speaker(l.speaker()).name() + ": ";
    }

    private static Document document(Random r) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < r.nextInt(12); i++) lines.add(taken("L" + (i + 1), r.nextInt(2), text(r)));
        return Document.of(new Conversation("T", List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben")), lines, studio.parley.dialogue.Delivery.INHERITED));
    }

    private static Conversation edited(Random r, Conversation c) {
        var lines = new ArrayList<>(c.lines());
        for (int n = r.nextInt(6); n > 0; n--) {
            int at = lines.isEmpty() ? 0 : r.nextInt(lines.size());
            switch (r.nextInt(4)) {
                case 0 -> lines.add(at, taken("X" + n, r.nextInt(2), text(r)));
                case 1 -> {
                    if (!lines.isEmpty()) lines.remove(at);
                }
                case 2 -> {
                    if (!lines.isEmpty()) lines.add(r.nextInt(lines.size()), lines.remove(at));
                }
                default -> {
                    if (!lines.isEmpty()) lines.set(at, taken("Y" + n, r.nextInt(2), lines.get(at).text() + " " + text(r)));
                }
            }
        }
        return new Conversation("T", c.speakers(), lines, c.delivery());
    }

    private static String text(Random r) {
        var out = new StringBuilder();
        for (int i = 0; i <= r.nextInt(5); i++) out.append(WORDS[r.nextInt(WORDS.length)]).append(' ');
        return out.toString().strip() + ".";
    }
}
