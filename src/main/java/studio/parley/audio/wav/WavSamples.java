package studio.parley.audio.wav;

import java.nio.ByteBuffer;

/** Converts the bytes of WAV samples to floats. Full scale of every integer format is [-1, 1). */
final class WavSamples {
    private WavSamples() {}

    /** The sample at {@code at} of a little-endian buffer. */
    static float read(WavFormat format, ByteBuffer b, int at) {
        return switch (format.coding()) {
            case UNSIGNED_8 -> ((b.get(at) & 0xff) - 128) / 128f;
            case SIGNED -> signed(format.bytesPerSample(), b, at);
            case FLOAT -> format.bytesPerSample() == 4 ? b.getFloat(at) : (float) b.getDouble(at);
            case A_LAW -> aLaw(b.get(at) & 0xff) / 32768f;
            case MU_LAW -> muLaw(b.get(at) & 0xff) / 32768f;
        };
    }

    private static float signed(int bytes, ByteBuffer b, int at) {
        return switch (bytes) {
            case 2 -> b.getShort(at) / 32768f;
            case 3 -> ((b.get(at + 2) << 16) | (b.getShort(at) & 0xffff)) / 8388608f;
            case 4 -> (float) (b.getInt(at) / 2147483648.0);
            default -> (float) (b.getLong(at) / 9223372036854775808.0);
        };
    }

    /** ITU-T G.711 A-law to 16-bit. */
    static int aLaw(int code) {
        int v = code ^ 0x55;
        int exponent = (v >> 4) & 7;
        int value = (v & 15) << 4 | 8;
        if (exponent > 0) value = (value | 0x100) << (exponent - 1);
        return (v & 0x80) != 0 ? value : -value;
    }

    /** ITU-T G.711 mu-law to 16-bit. */
    static int muLaw(int code) {
        int v = ~code & 0xff;
        int value = (((v & 15) << 3 | 0x84) << ((v >> 4) & 7)) - 0x84;
        return (v & 0x80) != 0 ? -value : value;
    }
}
