package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.TimingRelation;
import studio.parley.speech.text.Reading;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.project.LineIssues.Reason;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.studio.project.render.ContextBudget;
import studio.parley.studio.project.render.ContextBudgets;
import studio.parley.studio.project.render.DependentLines;
import studio.parley.studio.project.render.ProjectFixture;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;

/** What needs attention, and what the model would hear, in a project that was really spoken. */
class LineIssuesTest {
    @TempDir
    Path home;
    private ProjectFixture fixture;

    @BeforeEach
    void speak() {
        fixture = new ProjectFixture(home, ProjectFixture.document());
        fixture.project.edit(ImportedClip.into(0, List.of(new ClipImporter(fixture.project.folder()).file(Path.of("assets/samples/refs/ann.wav")))));
        fixture.rendering.render(DependentLines.needs(fixture.project, fixture.defaults()).needed(), 1);
        fixture.untilIdle();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<LineIssues.Issue> issues() {
        return LineIssues.in(fixture.project.document(), fixture.project.folder(), fixture.defaults(), heard());
    }

    private HeardTakes heard() {
        return new HeardTakes(new TakeWords(fixture.project.clipStore()), Optional.empty());
    }

    private List<Class<?>> reasons(String line) {
        return issues().stream().filter(i -> i.line().equals(line)).flatMap(i -> i.reasons().stream()).<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void everyReasonIsNamed() throws Exception {
        assertFalse(reasons("L1").contains(Reason.NoReference.class));
        assertTrue(reasons("L2").contains(Reason.NoReference.class));
        assertTrue(reasons("L2").contains(Reason.Check.class), "the tiny model never ends its speech");
        fixture.project.edit(TakeEdits.flag(List.of("L3"), true));
        fixture.project.edit(TestEdits.text("Type", "L1", "Other words."));
        fixture.project.edit(TestEdits.text("Type", "L4", ""));
        assertTrue(reasons("L1").contains(Reason.Stale.class));
        assertTrue(reasons("L3").contains(Reason.Flagged.class));
        assertEquals(List.of(), reasons("L4"));
        var clip = fixture.project.document().line("L2").orElseThrow().takes().getFirst().clip();
        Files.delete(fixture.project.clipStore().file(new studio.parley.audio.store.ClipId(clip)));
        assertTrue(reasons("L2").contains(Reason.SoundMissing.class));
        fixture.project.edit(TakeEdits.delete("L2", "T1"));
        assertTrue(reasons("L2").contains(Reason.Missing.class));
        assertTrue(reasons("L3").contains(Reason.StaleUpstream.class));
        Files.delete(fixture.project.folder().reference(fixture.project.document().conversation().speaker(0).references().getFirst().path()));
        assertTrue(reasons("L1").contains(Reason.ReferenceMissing.class));
    }

    /** An export is told of what would be missing, of other words or hidden in it; a speaker without a clip is none of its business. */
    @Test
    void charactersThatTheModelCannotSayAreNamed() {
        fixture.project.edit(TestEdits.text("Type", "L1", "She said 日本 and 5 %."));
        var own = fixture.defaults();
        var words = new ModelDefaults(own.delivery(), own.model(), Reading.ENGLISH_WORDS);
        var found = LineIssues.in(fixture.project.document(), fixture.project.folder(), words, heard()).stream().filter(i -> i.line().equals("L1")).findFirst().orElseThrow();
        assertTrue(found.reasons().contains(new Reason.Unsayable("日 本")), found.toString());
        assertFalse(reasons("L1").contains(Reason.Unsayable.class), "the model that reads everything");
        assertFalse(LineIssues.forExport(fixture.project.document(), fixture.project.folder(), words, heard()).isEmpty());
    }

    @Test
    void otherWordsThanTheLineSaysAreNamed() {
        var clip = new ClipId(fixture.project.document().line("L2").orElseThrow().sounding().orElseThrow().clip());
        assertFalse(reasons("L2").contains(Reason.Words.class), "not heard yet");
        heard().words().put(clip, new TakeTranscript("test", List.of(new TakeTranscript.Word("Three.", 0, 0.3, 0.9))));
        var found = issues().stream().filter(i -> i.line().equals("L2")).flatMap(i -> i.reasons().stream()).filter(r -> r.code().equals("words")).toList();
        assertEquals(List.of("Heard \"Three\" instead of \"Two\"."), ((Reason.Words) found.getFirst()).sentences());
        var exported = LineIssues.forExport(fixture.project.document(), fixture.project.folder(), fixture.defaults(), heard());
        assertTrue(exported.stream().anyMatch(i -> i.line().equals("L2") && i.reasons().stream().anyMatch(Reason.Words.class::isInstance) && !i.isTask()), exported.toString());
        heard().words().put(clip, new TakeTranscript("test", List.of(new TakeTranscript.Word("two", 0, 0.3, 0.9))));
        assertFalse(reasons("L2").contains(Reason.Words.class));
    }

    @Test
    void anExportIsToldOfWhatMattersToIt() {
        fixture.project.edit(LineEdits.relation("L1", new TimingRelation.PinnedAt(0)));
        fixture.project.edit(LineEdits.relation("L3", new TimingRelation.PinnedAt(0)));
        fixture.project.edit(TakeEdits.delete("L2", "T1"));
        var found = LineIssues.forExport(fixture.project.document(), fixture.project.folder(), fixture.defaults(), heard());
        var codes = found.stream().flatMap(i -> i.reasons().stream().map(r -> i.number() + " " + r.code())).toList();
        assertTrue(codes.contains("2 no_take"), codes.toString());
        assertTrue(codes.contains("3 speaks_twice"), codes.toString());
        assertTrue(found.stream().flatMap(i -> i.reasons().stream()).allMatch(Reason::concernsExport), codes.toString());
        assertEquals(List.of("L2"), found.stream().filter(LineIssues.Issue::isTask).map(LineIssues.Issue::line).toList());
    }

    @Test
    void theNextIssueGoesRound() {
        var document = fixture.project.document();
        var two = List.of(new LineIssues.Issue("L2", 2, List.of()), new LineIssues.Issue("L4", 4, List.of()));
        assertEquals("L4", LineIssues.next(two, document, "L2").orElseThrow().line());
        assertEquals("L2", LineIssues.next(two, document, "L4").orElseThrow().line());
        assertEquals("L4", LineIssues.previous(two, document, "L2").orElseThrow().line());
        assertEquals(Optional.empty(), LineIssues.next(List.of(), document, "L1"));
    }

    @Test
    void whatFollowsAChangeIsKnownBefore() {
        assertEquals(List.of("L2", "L3", "L4"), DependentLines.with(fixture.project.document(), List.of("L2")));
        fixture.project.edit(TakeEdits.lock(List.of("L3"), true));
        fixture.project.edit(TakeEdits.listening(List.of("L4"), new ContextSelection(Optional.empty(), Set.of(), Set.of("L2", "L1"))));
        assertEquals(List.of("L2", "L4"), DependentLines.with(fixture.project.document(), List.of("L2")), "L4 heard it when it was spoken");
    }

    @Test
    void theBudgetIsWhatRenderingFits() {
        var budgets = new ContextBudgets(fixture.model, fixture.project.folder());
        var budget = budgets.later(fixture.project.document(), "L4").join();
        assertInstanceOf(ContextBudget.Reference.class, budget.heard().getFirst());
        assertEquals(4, budget.heard().size());
        assertEquals(List.of(), budget.dropped());
        double clip = 199_724 / 2.0 / 24_000;
        assertTrue(budget.heard().getFirst().seconds() > clip && budget.heard().getFirst().seconds() < clip + 10);
        assertEquals(2048 / 12.5, budget.capacity());
        assertTrue(budget.used() > budget.heard().stream().mapToDouble(ContextBudget.Heard::seconds).sum());
        assertEquals("", budget.trouble());
        fixture.project.edit(TakeEdits.listening(List.of("L4"), new ContextSelection(Optional.of(ContextSelection.Preset.REFERENCES), Set.of("L2"), Set.of())));
        var pinned = budgets.of(fixture.project.document(), "L4").heard();
        assertEquals(1, pinned.size(), "the clip of somebody who is silent in it is not heard");
        assertTrue(pinned.getLast() instanceof ContextBudget.Earlier(String line, int speaker, boolean pin, double seconds, double sound) && sound > 0 && sound < seconds && pin && line.equals("L2"));
        fixture.project.edit(TestEdits.delivery(List.of("L4"), new Delivery(null, null, null, null)));
        fixture.project.edit(TestEdits.text("Type", "L4", "Words. ".repeat(3000)));
        assertTrue(budgets.of(fixture.project.document(), "L4").trouble().contains("Split the line"));
    }
}
