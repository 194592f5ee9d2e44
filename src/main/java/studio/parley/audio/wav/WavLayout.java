package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.parley.audio.pcm.Pcm;

/**
 * The bytes of a WAV file: its header, which depends on the length, and its samples.
 *
 * @param chunks complete chunks with metadata; they are before the data, so that the data can grow
 */
record WavLayout(int rate, int channels, SampleFormat format, byte[] chunks) {
    /** The maximum number of bytes of audio in a WAV file. */
    static final long MOST = 0xffffffffL - 1024;
    /** The size of a stream with unknown end, which programs that pipe WAV write and expect. */
    private static final int UNKNOWN = 0xffffffff;

    int bytesPerFrame() {
        return channels * format.bytes();
    }

    /** Everything before the first sample. */
    ByteBuffer header(long dataBytes) {
        return header((int) (headerBytes() - 8 + dataBytes + (dataBytes & 1)), (int) dataBytes, (int) (dataBytes / bytesPerFrame()));
    }

    /** The same for a stream of unknown length. */
    ByteBuffer endlessHeader() {
        return header(UNKNOWN, UNKNOWN, UNKNOWN);
    }

    private int headerBytes() {
        return 12 + 8 + (isFloat() ? 18 + 12 : 16) + chunks.length + 8;
    }

    private ByteBuffer header(int riff, int data, int frames) {
        var b = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN);
        b.put(ascii("RIFF")).putInt(riff).put(ascii("WAVE"));
        b.put(ascii("fmt ")).putInt(isFloat() ? 18 : 16).putShort((short) (isFloat() ? 3 : 1)).putShort((short) channels).putInt(rate);
        b.putInt(rate * bytesPerFrame()).putShort((short) bytesPerFrame()).putShort((short) (format.bytes() * 8));
        if (isFloat()) b.putShort((short) 0).put(ascii("fact")).putInt(4).putInt(frames);
        b.put(chunks).put(ascii("data")).putInt(data);
        return b.flip();
    }

    private boolean isFloat() {
        return format == SampleFormat.FLOAT_32;
    }

    /** Some frames of a sound of this rate and channel count. */
    ByteBuffer samples(Pcm pcm, int from, int count) {
        var bytes = ByteBuffer.allocate(count * bytesPerFrame()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + count; i++) for (int c = 0; c < channels; c++) format.put(bytes, pcm.raw(c)[i]);
        return bytes.flip();
    }

    void require(Pcm pcm) {
        if (pcm.rate() != rate || pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into " + channels + " at " + rate);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
