package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.parley.audio.pcm.Pcm;

/**
 * The bytes of a WAV file: its head, which grows with the sound, and its samples.
 *
 * @param chunks whole chunks with descriptions; they stand before the data so that it can grow behind them
 */
record WavLayout(int rate, int channels, SampleFormat format, byte[] chunks) {
    /** The most bytes of sound a WAV file can hold. */
    static final long MOST = 0xffffffffL - 1024;
    /** Sizes of a stream whose end is not known; what programs that pipe WAV write and read. */
    private static final int UNKNOWN = 0xffffffff;

    int bytesPerFrame() {
        return channels * format.bytes();
    }

    /** All that stands before the first sample. */
    ByteBuffer header(long dataBytes) {
        return header((int) (headerBytes() - 8 + dataBytes + (dataBytes & 1)), (int) dataBytes, (int) (dataBytes / bytesPerFrame()));
    }

    /** The same for sound that goes on until it ends. */
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
