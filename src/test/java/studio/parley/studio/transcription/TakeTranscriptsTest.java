package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;

class TakeTranscriptsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasHeardComesBack() {
        var store = new ClipStore(folder);
        var clip = store.put(Pcm.mono(24000, new float[] {0.5f}));
        var heard = new TakeTranscript("abc", List.of(new TakeTranscript.Word("Tschüs,", 0.25, 0.5, 0.875), new TakeTranscript.Word("\"you\"", 0.5, 1.001, 1)));
        new TakeTranscripts(store).put(clip, heard);
        assertEquals(Optional.of(heard), new TakeTranscripts(store).find(clip));
        assertEquals("\"you\"", heard.between(0.4, 2).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"recogniser\":\"a\"}", "{\"recogniser\":\"a\",\"words\":[1]}", "{\"recogniser\":\"a\",\"words\":[{\"text\":\"a\",\"from\":\"x\",\"to\":1,\"probability\":1}]}",
            "{\"recogniser\":\"a\",\"words\":[{\"text\":\"a\",\"from\":NaN,\"to\":1,\"probability\":1}]}"})
    void whatIsDamagedWasNotHeard(String file) {
        var store = new ClipStore(folder);
        var clip = store.put(Pcm.mono(24000, new float[] {0.5f}));
        store.putSidecar(clip, "words", file.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), new TakeTranscripts(store).find(clip));
    }
}
