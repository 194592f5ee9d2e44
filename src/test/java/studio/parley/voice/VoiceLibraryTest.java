package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;

class VoiceLibraryTest {
    private static final Consent CONSENT = new Consent("Ann", LocalDate.of(2026, 11, 22), "I agree to the use of my voice.");

    @TempDir
    Path folder;

    private final Pcm sound = Pcm.mono(24000, new float[] {0.1f, 0.2f});

    @Test
    void keepsClipsWithTheirCards() {
        var library = new VoiceLibrary(folder);
        var clip = library.add(sound, "Ann", "Hello there.", Optional.of(CONSENT));
        library.save(clip.withMoods(new TreeSet<>(Set.of("calm", "angry"))));
        var again = new VoiceLibrary(folder).list();
        assertEquals(List.of(), again.notices());
        var read = again.clips().getFirst();
        assertEquals("Hello there.", read.transcript());
        assertEquals(new TreeSet<>(Set.of("calm", "angry")), read.moods());
        assertEquals(Optional.of(CONSENT), read.consent());
        assertEquals(sound, library.sound(read));
        library.remove(read.id());
        assertEquals(List.of(), library.list().clips());
        assertThrows(Problem.class, () -> library.save(clip));
    }

    @Test
    void unknownKeysStayAndDamagedCardsAreSaid() {
        var library = new VoiceLibrary(folder);
        var clip = library.add(sound, "Ann", "Hello.", Optional.empty());
        var card = new String(new ClipStore(folder).sidecar(clip.id(), "voice").orElseThrow(), StandardCharsets.UTF_8);
        new ClipStore(folder).putSidecar(clip.id(), "voice", card.replace("{", "{\"later\": 7,").getBytes(StandardCharsets.UTF_8));
        library.save(clip.withMoods(new TreeSet<>(Set.of("calm"))));
        assertTrue(new String(new ClipStore(folder).sidecar(clip.id(), "voice").orElseThrow(), StandardCharsets.UTF_8).contains("later"));
        new ClipStore(folder).putSidecar(clip.id(), "voice", "{\"version\": 99}".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, library.list().notices().size());
    }

    @Property(tries = 500)
    void damagedCardsAreNoCards(@ForAll long seed) {
        var id = new ClipId("0".repeat(64));
        var clip = new VoiceClip(id, "Ann", "Hello.", new TreeSet<>(Set.of("calm")), Optional.of(CONSENT), Instant.EPOCH);
        var bytes = VoiceClipJson.write(clip, Optional.empty());
        assertEquals(Optional.of(clip), VoiceClipJson.read(id, bytes));
        var dice = new Random(seed);
        for (int i = 0; i < 5; i++) bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(128);
        VoiceClipJson.read(id, bytes);
        VoiceClipJson.read(id, Arrays.copyOf(bytes, dice.nextInt(bytes.length)));
    }
}
