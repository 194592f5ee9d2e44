package studio.parley.studio.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipStore;
import studio.parley.speaker.Vowels;

class ClipVoicesTest {
    @TempDir
    Path folder;

    @Test
    void aVoiceIsKeptNextToItsClipUntilTheEncoderIsAnother() {
        var store = new ClipStore(folder);
        var clip = store.put(Vowels.voice(120, 600, 1200, 0.2, 24_000));
        var voices = new ClipVoices(store, "one");
        assertTrue(voices.find(clip).isEmpty());
        voices.put(clip, Voices.clip(30, 2));
        assertEquals(Optional.of(Voices.clip(30, 2)), new ClipVoices(store, "one").find(clip));
        assertTrue(new ClipVoices(store, "two").find(clip).isEmpty());
        voices.put(clip, new ClipVoice(Optional.empty()));
        assertEquals(Optional.of(new ClipVoice(Optional.empty())), voices.find(clip));
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() {
        var store = new ClipStore(folder);
        var clip = store.put(Vowels.voice(120, 600, 1200, 0.2, 24_000));
        for (var bytes : new byte[][] {{1}, "one".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "one12345".getBytes(java.nio.charset.StandardCharsets.US_ASCII)}) {
            store.putSidecar(clip, "speaker", bytes);
            assertTrue(new ClipVoices(store, "one").find(clip).flatMap(ClipVoice::embedding).isEmpty());
        }
    }
}
