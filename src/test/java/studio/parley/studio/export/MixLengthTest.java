package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.Script;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;

class MixLengthTest {
    @TempDir
    Path temp;

    private static Conversation script(String text) {
        return Script.parse("x", text, Optional.empty()).conversation();
    }

    /** The last line of the lighthouse at another time. */
    private Document pinned(int millis) {
        var document = Scenes.lighthouse(new ClipStore(temp.resolve("clips")));
        return document.withLines(document.lines().stream().map(l -> l.id().equals("L4") ? l.withTiming(new TimingRelation.PinnedAt(millis), 0) : l).toList());
    }

    @Test
    void aMistypedTimeIsRefusedWithTheLine() {
        var refused = assertThrows(Problem.class, () -> MixLength.expected(script("Ann: Hello.\nBen @950400: Hi.\nAnn: Well.")).check(i -> "line " + (i + 1)));
        assertTrue(String.valueOf(refused.getMessage()).matches("The mix would last 264:00:0\\d, of which 0:0\\d are speech, because line 2 begins at 264:00:00[.] .*"), refused.getMessage());
        assertTrue(MixLength.expected(script("Ann: Hello.\nBen @7200: Hi.")).isAbsurd());
    }

    @Test
    void silenceThatMayBeMeantIsNot() {
        for (var text : new String[] {"Ann: Hello.", "Ann @3500: Hello.", "Ann: Hello.\nBen: [pause 1800] Hi.", "Ann: " + "Many words come before it. ".repeat(400) + "\nBen @30000: Hi."}) {
            assertDoesNotThrow(() -> MixLength.expected(script(text)).check(i -> ""), text);
        }
    }

    /** Lines that overlap are speech once. */
    @Test
    void silenceIsWhatNoLineFills() {
        var document = Scenes.lighthouse(new ClipStore(temp.resolve("clips")));
        var length = MixLength.of(Arrangement.of(document, Scenes.RATE));
        assertEquals((1.5 - 0.3) + 0.6, length.spoken(), 1e-6);
        // A line without a take waits its time, too.
        assertEquals(0.25 + 0.2, length.silence(), 1e-6);
        assertEquals(10 - length.spoken() + 0.6, MixLength.of(Arrangement.of(pinned(10_000), Scenes.RATE)).silence(), 1e-6);
    }

    @Test
    void anExportOfItLeavesNothing() {
        var export = new Export(pinned(950_400_000), new ClipStore(temp.resolve("clips")), ExportPreset.MIX, temp.resolve("out"));
        assertTrue(String.valueOf(assertThrows(Problem.class, export::outcome).getMessage()).contains("because line 4 begins at 264:00:00."));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void anyMixCanBeCancelled() {
        var rendering = new MixRenderer(Arrangement.of(pinned(2_000_000), Scenes.RATE), ClipCache.of(new ClipStore(temp.resolve("clips"))));
        assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, () -> {
            rendering.stream(1 << 16, pcm -> { });
            return true;
        }));
    }
}
