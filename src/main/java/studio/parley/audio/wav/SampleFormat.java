package studio.parley.audio.wav;

import java.nio.ByteBuffer;

/**
 * How {@link WavWriter} writes a sample. Whole numbers are rounded to the nearest step (ties to even) and held within their
 * range, without dither, so that writing is deterministic and 16-bit sound read and written again is unchanged.
 */
public enum SampleFormat {
    PCM_16(2), PCM_24(3), FLOAT_32(4);

    private final int bytes;

    SampleFormat(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    void put(ByteBuffer into, float sample) {
        switch (this) {
            case PCM_16 -> into.putShort((short) Math.clamp((long) Math.rint(sample * 32768.0), -32768, 32767));
            case PCM_24 -> {
                int v = Math.clamp((long) Math.rint(sample * 8388608.0), -8388608, 8388607);
                into.putShort((short) v).put((byte) (v >> 16));
            }
            case FLOAT_32 -> into.putFloat(sample);
        }
    }
}
