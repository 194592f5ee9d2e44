package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.render.RenderedTake;
import studio.parley.render.SeedDerivation;
import studio.parley.speech.mimi.Codes;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.studio.settings.AppDirectories;

/** Choosing takes by their words: the tiny model babbles, so that its words are never heard. */
class WordRetriesTest {
    @TempDir
    Path home;
    private ProjectFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ProjectFixture(home, ProjectFixture.document());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private AppDirectories directories() {
        return AppDirectories.under(home.resolve("parley-home"), Optional.of(Path.of("").toAbsolutePath()));
    }

    private List<Take> rendered(String line, int takes, OptionalInt retries) {
        fixture.rendering.close();
        var heard = HeardTakes.of(fixture.project.folder(), directories(), 1);
        var mode = RenderQueue.USUAL.hearing(() -> Optional.of(heard), retries);
        fixture.rendering = new RenderQueue(fixture.project, fixture.model, directories(), fixture.tasks::add, fixture.events::add, mode);
        fixture.rendering.render(List.of(line), takes);
        fixture.untilIdle();
        return fixture.project.document().line(line).orElseThrow().takes();
    }

    private boolean isHeard(Take take) {
        return new TakeWords(fixture.project.clipStore()).transcript(new ClipId(take.clip())).isPresent();
    }

    @Test
    void aLineWithoutItsWordsIsRenderedAgainWithSeedsThatFollowFromTheFirst() {
        fixture.project.edit(ProjectEdits.settings("Retries", fixture.project.document().settings().withWordRetries(2)));
        var take = rendered("L1", 1, OptionalInt.empty()).getFirst();
        assertEquals(1, fixture.takes("L1"));
        assertTrue(isHeard(take));
        long first = SeedDerivation.of(0, "L1", 0);
        assertTrue(List.of(first, SeedDerivation.otherWords(first, 1), SeedDerivation.otherWords(first, 2)).contains(take.recipe().seed()), take.toString());
        assertNotEquals(SeedDerivation.otherWords(first, 1), SeedDerivation.otherWords(first, 2));
    }

    @Test
    void theLineOrTheCallerDecides() {
        fixture.project.edit(ProjectEdits.settings("Retries", fixture.project.document().settings().withWordRetries(2)));
        fixture.project.edit(TakeEdits.wordRetries(List.of("L1"), OptionalInt.of(0)));
        var take = rendered("L1", 1, OptionalInt.empty()).getFirst();
        assertEquals(SeedDerivation.of(0, "L1", 0), take.recipe().seed());
        assertTrue(!isHeard(take), "one take without retries needs no ears now: it is heard in the background");
        assertEquals(0, fixture.project.document().wordRetries(fixture.project.document().line("L1").orElseThrow()));
        assertEquals(2, fixture.project.document().wordRetries(fixture.project.document().line("L2").orElseThrow()));
        assertTrue(isHeard(rendered("L1", 1, OptionalInt.of(1)).getLast()));
    }

    @Test
    void severalTakesAreHeardBeforeOneIsChosen() {
        var takes = rendered("L2", 2, OptionalInt.empty());
        assertEquals(2, takes.size());
        assertTrue(takes.stream().allMatch(this::isHeard));
        var voices = HeardTakes.of(fixture.project.folder(), directories(), 1).voices().orElseThrow();
        assertTrue(takes.stream().allMatch(t -> voices.find(new ClipId(t.clip())).isPresent()), "their voices, too");
    }

    private static Candidate candidate(int errors, double unlikeness, int checks, double deviation) {
        var take = new RenderedTake(new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), Pcm.mono(24000, new float[1]), Codes.none(1), Collections.nCopies(checks, "x"), 0, 0, 0);
        return new Candidate(take, Candidate.Heard.NOTHING, errors, unlikeness, deviation);
    }

    @Test
    void wordsCountMoreThanTheVoiceThatMoreThanChecksAndTheseMoreThanLength() {
        var sorted = List.of(candidate(0, 0, 0, 0.1), candidate(0, 0, 0, 0.5), candidate(0, 0, 1, 0), candidate(0, 0.02, 0, 0), candidate(0, 0.1, 0, 0), candidate(1, 0, 0, 0));
        assertEquals(sorted, sorted.reversed().stream().sorted(Candidate.BEST_FIRST).toList());
        assertTrue(sorted.getFirst().isRight());
    }
}
