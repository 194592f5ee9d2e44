package studio.parley.studio.likeness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.speaker.Embedding;

/**
 * The voices in the clips of a store, next to each clip. They follow from the clips, so what is lost, damaged or another encoder's is found out
 * again. Any thread.
 *
 * @param encoder {@link VoiceReader#fingerprint}
 */
public record ClipVoices(ClipStore clipStore, String encoder) {
    private static final String SIDECAR = "speaker";

    /** Empty if it is not known. */
    public Optional<ClipVoice> find(ClipId clip) {
        return clipStore.sidecar(clip, SIDECAR).flatMap(this::parse);
    }

    public void put(ClipId clip, ClipVoice voice) {
        var name = encoder.getBytes(StandardCharsets.US_ASCII);
        var values = voice.embedding().map(Embedding::bytes).orElse(new byte[0]);
        clipStore.putSidecar(clip, SIDECAR, ByteBuffer.allocate(name.length + values.length).put(name).put(values).array());
    }

    private Optional<ClipVoice> parse(byte[] bytes) {
        var name = encoder.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < name.length || !Arrays.equals(name, 0, name.length, bytes, 0, name.length)) return Optional.empty();
        if (bytes.length == name.length) return Optional.of(new ClipVoice(Optional.empty()));
        return Embedding.read(Arrays.copyOfRange(bytes, name.length, bytes.length)).map(e -> new ClipVoice(Optional.of(e)));
    }
}
