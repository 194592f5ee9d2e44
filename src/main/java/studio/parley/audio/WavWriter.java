package studio.parley.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.parley.problem.Problem;

/**
 * Writes a WAV file piece by piece. {@link #create} writes beside the wanted name and moves the file there on {@link #commit};
 * closed without it, nothing is left. {@link #stream} writes under the wanted name at once, and keeps the header right after
 * every piece, so that what is there can be played even after a crash. One thread at a time.
 */
public final class WavWriter implements AutoCloseable {
    private static final long MOST = 0xffffffffL - 1024;

    private final Path wanted;
    private final Path actual;
    private final FileChannel file;
    private final int rate;
    private final int channels;
    private final SampleFormat format;
    private final byte[] info;
    private final boolean streaming;
    private long dataBytes;
    private boolean done;

    private WavWriter(Path wanted, Path actual, int rate, int channels, SampleFormat format, byte[] info) {
        this.wanted = wanted;
        this.actual = actual;
        this.rate = rate;
        this.channels = channels;
        this.format = format;
        this.info = info;
        this.streaming = wanted.equals(actual);
        try {
            this.file = FileChannel.open(actual, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            file.write(header());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** A file that appears whole on {@link #commit}, or not at all. */
    public static WavWriter create(Path file, int rate, int channels, SampleFormat format, Map<String, String> info) {
        return new WavWriter(file, AtomicFiles.beside(file), rate, channels, format, WavInfo.chunk(info));
    }

    /** The same with named places. */
    public static WavWriter create(Path file, int rate, int channels, SampleFormat format, Map<String, String> info, List<WavMark> marks) {
        var texts = WavInfo.chunk(info);
        var places = WavMark.chunks(marks);
        var both = Arrays.copyOf(texts, texts.length + places.length);
        System.arraycopy(places, 0, both, texts.length, places.length);
        return new WavWriter(file, AtomicFiles.beside(file), rate, channels, format, both);
    }

    /** A file that is there, with a right header, from the first piece on. */
    public static WavWriter stream(Path file, int rate, int channels, SampleFormat format, Map<String, String> info) {
        return new WavWriter(file, file, rate, channels, format, WavInfo.chunk(info));
    }

    /** Appends a sound of this file's rate and channel count. */
    public void write(Pcm pcm) {
        if (pcm.rate() != rate || pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into " + channels + " at " + rate);
        if (dataBytes + (long) pcm.frames() * channels * format.bytes() > MOST) {
            throw Problem.input(wanted + " would be longer than a WAV file can be (4 GB). Export in parts.");
        }
        try {
            for (int from = 0; from < pcm.frames(); from += 16384) append(pcm, from, Math.min(16384, pcm.frames() - from));
            if (streaming) file.write(header(), 0);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void append(Pcm pcm, int from, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count * channels * format.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + count; i++) for (int c = 0; c < channels; c++) format.put(bytes, pcm.raw(c)[i]);
        bytes.flip();
        dataBytes += bytes.remaining();
        while (bytes.hasRemaining()) file.write(bytes);
    }

    /** Puts the finished file in its place; nothing can be written after. */
    public void commit() {
        if (done) return;
        try {
            if (dataBytes % 2 == 1) file.write(ByteBuffer.allocate(1));
            file.write(header(), 0);
            file.force(true);
            file.close();
            if (!streaming) AtomicFiles.move(actual, wanted);
            done = true;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Frames written so far. */
    public long frames() {
        return dataBytes / ((long) channels * format.bytes());
    }

    /** Without {@link #commit}: removes the unfinished file, or, when streaming, finishes it. */
    @Override
    public void close() {
        if (done) return;
        if (streaming) {
            commit();
            return;
        }
        done = true;
        try {
            file.close();
            Files.deleteIfExists(actual);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Header and descriptions; the descriptions come before the data so that a stream can grow behind them. */
    private ByteBuffer header() {
        boolean isFloat = format == SampleFormat.FLOAT_32;
        int fmt = isFloat ? 18 : 16;
        int facts = isFloat ? 12 : 0;
        int frame = channels * format.bytes();
        var b = ByteBuffer.allocate(12 + 8 + fmt + facts + info.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        b.put(ascii("RIFF")).putInt((int) (b.capacity() - 8 + dataBytes + (dataBytes & 1))).put(ascii("WAVE"));
        b.put(ascii("fmt ")).putInt(fmt).putShort((short) (isFloat ? 3 : 1)).putShort((short) channels).putInt(rate);
        b.putInt(rate * frame).putShort((short) frame).putShort((short) (format.bytes() * 8));
        if (isFloat) b.putShort((short) 0).put(ascii("fact")).putInt(4).putInt((int) frames());
        b.put(info).put(ascii("data")).putInt((int) dataBytes);
        return b.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Problem refused(IOException e) {
        var why = AtomicFiles.reason(e);
        return Problem.disk("Could not write " + wanted + " (" + why + "). Check the folder, its permissions and free space.", e);
    }
}
