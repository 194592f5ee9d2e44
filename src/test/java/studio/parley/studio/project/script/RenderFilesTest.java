package studio.parley.studio.project.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.script.Scripts;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.project.render.Ears;

/** The files of a render, from takes whose every sample is known. */
class RenderFilesTest {
    private static final int RATE = 24_000;
    @TempDir
    Path temp;
    private ClipStore clipStore;

    @BeforeEach
    void clipStore() {
        clipStore = new ClipStore(temp.resolve("work/audio"));
    }

    private Take take(String id, double hertz, double amplitude) {
        var sound = Pcm.mono(RATE, Tones.sine(RATE, RATE / 2, hertz, amplitude));
        return new Take(id, clipStore.put(sound).hex(), new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), sound.frames(), RATE, List.of());
    }

    /** Two lines at once, each with two takes of this loudness of which the second sounds. */
    private RenderFiles.Written write(String script, double amplitude) {
        Conversation conversation = Scripts.read("s.txt", script, Optional.empty());
        var lines = new ArrayList<Line>();
        for (var line : conversation.lines()) lines.add(line.with(take("T1", 300, amplitude)).with(take("T2", line.speaker() == 0 ? 440 : 660, amplitude)));
        var request = new ScriptRenderOptions(temp.resolve("s.txt"), Optional.empty(), temp.resolve("out.wav"), Optional.empty(), ClipPreset.NONE,
                Delivery.INHERITED, ProjectSettings.FRESH.listening(), 1, 2, 0, Optional.of(temp.resolve("stems")), false, Ears.OFF);
        return new RenderFiles(Document.of(conversation).withLines(lines), request, clipStore).write();
    }

    private Pcm read(String file) {
        return AudioFiles.read(temp.resolve(file));
    }

    @Test
    void whatWouldPassFullScaleIsTurnedDownWithItsStems() {
        var written = write("Ann: One.\nBen ^=: Two.\n", 0.8);
        var mix = read("out.wav");
        assertEquals(0.5, written.seconds(), 1e-9);
        assertTrue(written.gain() < 0.7, "" + written.gain());
        assertEquals(0.999, LevelStats.of(mix).peak(), 1e-3);
        var ann = read("stems/Ann.wav");
        var ben = read("stems/Ben.wav");
        assertEquals(mix.frames(), ann.frames());
        for (int i = 0; i < mix.frames(); i++) assertEquals(mix.at(0, i), ann.at(0, i) + ben.at(0, i), 1e-4);
        assertEquals(0.8 * written.gain(), LevelStats.of(ann).peak(), 1e-3);
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals(1, write("Ann: One.\nBen ^=: Two.\n", 0.4).gain());
        assertEquals(0.4, LevelStats.of(read("stems/Ann.wav")).peak(), 1e-3);
    }

    @Test
    void everyTakeIsThereAsItWasMade() {
        var written = write("Ann: One.\nBen ^=: Two.\n", 0.8);
        var names = new TreeSet<>(written.files().stream().map(f -> temp.relativize(f).toString()).toList());
        assertEquals(new TreeSet<>(List.of("out.wav", "stems/Ann.wav", "stems/Ben.wav", "out.wav.takes/001-Ann-1.wav", "out.wav.takes/001-Ann-2.wav",
                "out.wav.takes/002-Ben-1.wav", "out.wav.takes/002-Ben-2.wav")), names);
        assertEquals(0.8, LevelStats.of(read("out.wav.takes/001-Ann-1.wav")).peak(), 1e-3);
    }

    /** Speakers whose names make the same file name get one each. */
    @Test
    void noStemTakesAnothersPlace() {
        var written = write("Dr Ann: One.\nDr-Ann: Two.\nDr-Ann-2: Three.\n", 0.1);
        var stems = written.files().stream().filter(f -> f.startsWith(temp.resolve("stems"))).map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT))
                .toList();
        assertEquals(3, new TreeSet<>(stems).size(), stems.toString());
    }
}
