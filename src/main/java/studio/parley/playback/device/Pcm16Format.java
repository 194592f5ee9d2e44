package studio.parley.playback.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.sound.sampled.AudioFormat;

/** The format of audio devices: 16-bit little-endian PCM at a rate, the same signal on each channel. */
record Pcm16Format(int rate, int channels) {
    /** The formats to try, best first: the audio's own rate, then what every device accepts. */
    static List<Pcm16Format> playing(int rate) {
        return List.of(new Pcm16Format(rate, 1), new Pcm16Format(rate, 2), new Pcm16Format(48_000, 2), new Pcm16Format(44_100, 2));
    }

    /** The formats to try for a microphone, best first. */
    static List<Pcm16Format> recording() {
        return List.of(new Pcm16Format(48_000, 1), new Pcm16Format(44_100, 1), new Pcm16Format(48_000, 2), new Pcm16Format(44_100, 2),
                new Pcm16Format(24_000, 1), new Pcm16Format(16_000, 1));
    }

    AudioFormat format() {
        return new AudioFormat(rate, 16, channels, true, false);
    }

    int frameBytes() {
        return 2 * channels;
    }

    /** So many seconds in bytes. */
    int bytes(double seconds) {
        return (int) (rate * seconds) * frameBytes();
    }

    /** Samples beyond full scale are clipped. */
    byte[] bytes(float[] mono) {
        var out = ByteBuffer.allocate(mono.length * frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float s : mono) {
            short value = (short) Math.clamp(Math.round(s * 32767f), -32768, 32767);
            for (int c = 0; c < channels; c++) out.putShort(value);
        }
        return out.array();
    }

    /** The mean of the channels of the first {@code count} bytes; returns how many frames there were. */
    int mono(byte[] bytes, int count, float[] into) {
        var in = ByteBuffer.wrap(bytes, 0, count).order(ByteOrder.LITTLE_ENDIAN);
        int frames = count / frameBytes();
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) sum += in.getShort();
            into[i] = sum / (32768f * channels);
        }
        return frames;
    }
}
