package studio.parley.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.codec.AudioEncoder;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;

/** Mono audio as a {@link ResponseFormat}, with the label that it is generated. The sink gets nothing before the first samples. One thread. */
final class ReplyEncoder {
    private final ResponseFormat format;
    private final ByteSink sink;
    private final int modelRate;
    private final int rate;
    private final Optional<Resampler> resampler;
    private @Nullable AudioEncoder encoder;

    /** For samples of a model's rate. */
    ReplyEncoder(ResponseFormat format, ByteSink sink, int modelRate) {
        this.format = format;
        this.sink = sink;
        this.modelRate = modelRate;
        this.rate = format.file().map(f -> f.rate(modelRate)).orElse(ResponseFormat.PCM_RATE);
        this.resampler = rate == modelRate ? Optional.empty() : Optional.of(new Resampler(modelRate, rate));
    }

    /** A whole file in memory. */
    static byte[] encode(ResponseFormat format, Pcm mono) {
        var memory = new ByteSink.Memory();
        var encoder = new ReplyEncoder(format, memory, mono.rate());
        encoder.write(mono.samples(0));
        encoder.finish();
        return memory.toByteArray();
    }

    int modelRate() {
        return modelRate;
    }

    void write(float[] samples) {
        if (samples.length > 0) put(resampler.map(r -> r.push(samples)).orElse(samples));
    }

    void finish() {
        resampler.ifPresent(r -> put(r.finish()));
        if (format.file().isPresent()) encoder().commit();
    }

    private void put(float[] samples) {
        if (format.file().isPresent()) encoder().write(Pcm.mono(rate, samples));
        else sink.write(pcm(samples));
    }

    private AudioEncoder encoder() {
        var open = encoder;
        if (open == null) encoder = open = format.file().orElseThrow().open("The audio", sink, rate, 1, new AudioTags("", ""));
        return open;
    }

    private static ByteBuffer pcm(float[] samples) {
        var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float s : samples) bytes.putShort((short) Math.clamp((long) Math.rint(s * 32768.0), -32768, 32767));
        return bytes.flip();
    }
}
