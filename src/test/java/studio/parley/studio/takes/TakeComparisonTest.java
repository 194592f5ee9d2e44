package studio.parley.studio.takes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.script.Scripts;
import studio.parley.studio.document.model.Document;

class TakeComparisonTest {
    private static Pcm tone(double seconds, double amplitude) {
        var samples = new float[(int) (seconds * 24000)];
        for (int i = 0; i < samples.length; i++) samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 440 * i / 24000));
        return Pcm.mono(24000, samples);
    }

    private static Take take(ClipStore clipStore, String id, Pcm sound) {
        return new Take(id, clipStore.put(sound).hex(), new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), sound.frames(), 24000, List.of());
    }

    @Test
    void takesAreEquallyLoudInTheirPlace(@TempDir Path home) {
        var clipStore = new ClipStore(home);
        var document = Document.of(Scripts.read("t.txt", "Ann: One.\nBen: Two.\nAnn: Three.\n", Optional.empty()));
        var lines = document.lines();
        var loud = take(clipStore, "T1", tone(1, 0.5));
        var quiet = take(clipStore, "T2", tone(2, 0.125));
        document = document.withLines(List.of(lines.get(0).with(loud), lines.get(1).with(loud).with(quiet), lines.get(2).with(loud)));
        var made = TakeComparison.of(document, lines.get(1).id(), clipStore, 48000).orElseThrow();
        assertEquals(List.of("T1", "T2"), made.candidates().stream().map(TakeComparison.Candidate::take).toList());
        // The quiet one sounds now, so the loud one comes down to it.
        assertEquals(-12.04, made.candidates().get(0).gainDb(), 0.1);
        assertEquals(0, made.candidates().get(1).gainDb(), 0.001);
        var first = made.candidates().get(0).sound();
        var second = made.candidates().get(1).sound();
        assertEquals(first.frames(), second.frames());
        assertEquals(level(first, 1.5), level(second, 1.5), 0.01);
        assertTrue(level(first, 0.5) > 0.3, "the line before is heard as loud as it is");
    }

    private static double level(Pcm sound, double from) {
        return LevelStats.of(sound.slice((int) (from * 48000), (int) ((from + 0.5) * 48000))).rms();
    }

    @Test
    void nothingToCompareWithoutATake(@TempDir Path home) {
        var document = Document.of(Scripts.read("t.txt", "Ann: One.\n", Optional.empty()));
        assertEquals(Optional.empty(), TakeComparison.of(document, document.lines().getFirst().id(), new ClipStore(home), 48000));
        assertEquals(Optional.empty(), TakeComparison.of(document, Line.of("no", 0, "x").id(), new ClipStore(home), 48000));
    }
}
