package studio.parley.audio.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.AudioLimits;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/**
 * Reads RIFF/WAVE, RF64 and BW64. Tolerates what real programs write: chunks in any order, odd chunks without their pad byte, a data size
 * of 0 or 0xFFFFFFFF from writers that stream, a file truncated in its data (read as far as possible, with a notice).
 */
public final class WavReader {
    private static final long STREAMED = 0x7FFFF000L;

    private final RandomAccessBytes in;
    private final String name;
    private final ArrayList<String> notices = new ArrayList<>();
    private @Nullable WavFormat format;
    private long dataAt = -1;
    private long dataSize;
    private long bigDataSize = -1;

    private WavReader(RandomAccessBytes in, String name) {
        this.in = in;
        this.name = name;
    }

    public static DecodedAudio read(RandomAccessBytes in, String name) throws IOException {
        var reader = new WavReader(in, name);
        reader.walk();
        return reader.decode();
    }

    private void walk() throws IOException {
        long at = 12;
        while (at + 8 <= in.size() && !(format != null && dataAt >= 0)) {
            var head = header(at);
            long size = head.getInt(4) & 0xffffffffL;
            var id = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
            visit(id, at + 8, size);
            at = next(at + 8, id.equals("data") ? dataSize : size);
        }
    }

    private void visit(String id, long at, long size) throws IOException {
        switch (id) {
            case "fmt " -> format = WavFormat.parse(in.bytes(at, (int) Math.clamp(in.size() - at, 0, Math.min(size, 64))), name);
            case "ds64" -> {
                if (at + 16 <= in.size()) bigDataSize = ByteBuffer.wrap(in.bytes(at + 8, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
            }
            case "data" -> data(at, size);
            default -> { }
        }
    }

    private void data(long at, long size) throws IOException {
        long rest = in.size() - at;
        long claimed = size == 0xffffffffL && bigDataSize >= 0 ? bigDataSize : size;
        boolean streamed = claimed >= STREAMED && claimed <= 0xffffffffL || claimed == 0 && rest > 0 && !plausible(at);
        if (claimed > rest && !streamed) {
            notices.add(name + " ends early: its header announces " + claimed + " bytes of audio, but there are only " + rest + ". These were read.");
        }
        dataAt = at;
        dataSize = claimed == 0 && streamed ? rest : Math.min(claimed, rest);
    }

    /** Start of the next chunk: after the pad byte of an odd chunk, unless the writer omitted it. */
    private long next(long body, long size) throws IOException {
        long end = body + size;
        if (size % 2 == 0) return end;
        return plausible(end) && !plausible(end + 1) ? end : end + 1;
    }

    /** Whether there is something that looks like the name of a chunk. */
    private boolean plausible(long at) throws IOException {
        if (at + 8 > in.size()) return false;
        var head = header(at).array();
        for (int i = 0; i < 4; i++) if (head[i] < ' ' || head[i] > '~') return false;
        return true;
    }

    private ByteBuffer header(long at) throws IOException {
        return ByteBuffer.wrap(in.bytes(at, 8)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private DecodedAudio decode() throws IOException {
        var format = this.format;
        if (format == null) throw Problem.input(name + " is a WAV file without a format chunk. Export it again.");
        if (dataAt < 0) throw Problem.input(name + " is a WAV file without a data chunk. Export it again.");
        long frames = dataSize / format.bytesPerFrame();
        AudioLimits.check(name, frames, format.channels(), format.rate());
        var channels = new float[format.channels()][(int) frames];
        int block = Math.max(1, 65536 / format.bytesPerFrame());
        for (long at = 0; at < frames; at += block) {
            int count = (int) Math.min(block, frames - at);
            var bytes = in.bytes(dataAt + at * format.bytesPerFrame(), count * format.bytesPerFrame());
            unpack(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), format, channels, (int) at, count);
        }
        AudioLimits.tidy(channels, name, notices);
        var pcm = Pcm.owning(format.rate(), channels);
        return new DecodedAudio(pcm, DecodedAudio.describe(format.words(), pcm), notices);
    }

    private static void unpack(ByteBuffer bytes, WavFormat format, float[][] into, int from, int count) {
        int step = format.bytesPerSample();
        for (int i = 0, at = 0; i < count; i++) {
            for (var channel : into) {
                channel[from + i] = WavSamples.read(format, bytes, at);
                at += step;
            }
        }
    }
}
