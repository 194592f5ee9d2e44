package studio.parley.audio.wav;

import java.nio.ByteBuffer;

/**
 * The sample formats of {@link WavWriter}. Integers are rounded to the nearest step (ties to even) and clamped to their range, without
 * dither, so that writing is deterministic and 16-bit audio is unchanged when it is read and written again.
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
