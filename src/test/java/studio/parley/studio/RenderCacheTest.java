package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;

class RenderCacheTest {
    @TempDir
    Path temp;
    private RenderCache work;

    @BeforeEach
    void open() {
        work = new RenderCache(temp.resolve("out.wav"));
    }

    private Take take(String id, double hertz) {
        var sound = Pcm.mono(24_000, Tones.sine(24_000, 2400, hertz, 0.5));
        return new Take(id, work.clipStore().put(sound).hex(), new TakeRecipe("m", -7, 0.9, 50, 0, List.of("x")), sound.frames(), sound.rate(), List.of("too \"long\""));
    }

    private Path clip(Take take) {
        return work.clipStore().file(new ClipId(take.clip()));
    }

    @Test
    void whatWasKeptIsFoundByItsNameAlsoByTheNextProcess() {
        var takes = List.of(take("T1", 440), take("T2", 660));
        work.keep("abc", takes);
        var later = new RenderCache(temp.resolve("out.wav"));
        assertEquals(temp.resolve("out.wav.parley-work"), later.folder());
        assertEquals(Optional.of(takes), later.find("abc", 2));
        assertEquals(Optional.empty(), later.find("abc", 3));
        assertEquals(Optional.empty(), later.find("abd", 2));
        later.remove();
        assertFalse(Files.exists(later.folder()));
        assertEquals(Optional.empty(), work.find("abc", 2));
    }

    /** A take whose sound is gone or cut short is spoken again, however the process died. */
    @Test
    void whatIsNotWholeIsNotFound() throws Exception {
        var kept = take("T1", 440);
        work.keep("abc", List.of(kept));
        var bytes = Files.readAllBytes(clip(kept));
        Files.write(clip(kept), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(Optional.empty(), work.find("abc", 1));
        Files.delete(clip(kept));
        assertEquals(Optional.empty(), work.find("abc", 1));
        take("T1", 440);
        assertTrue(work.find("abc", 1).isPresent());
    }

    @Test
    void aDamagedListIsAsIfNotThere() throws Exception {
        work.keep("abc", List.of(take("T1", 440)));
        var file = work.folder().resolve("lines/abc.json");
        var whole = Files.readString(file);
        for (var damaged : List.of("", "{", "null", "[]", "{\"takes\":[]}", "{\"takes\":[null]}", "{\"takes\":[{}]}", "{\"takes\":7}",
                whole.replaceFirst("\"clip\":\"..", "\"clip\":\"zz"), whole.substring(0, whole.length() / 2))) {
            Files.writeString(file, damaged);
            assertEquals(Optional.empty(), work.find("abc", 1), damaged);
        }
        Files.writeString(file, whole);
        assertTrue(work.find("abc", 1).isPresent());
    }
}
