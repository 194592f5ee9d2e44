package studio.parley.audio.pcm;

import java.util.Arrays;
import java.util.List;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

/** Collects an unknown number of samples; memory is checked as it grows. */
public final class SampleBuffer {
    private final int rate;
    private final String name;
    private final float[][] channels;
    private int frames;

    public SampleBuffer(int channels, int rate, String name) {
        this.channels = new float[channels][4096];
        this.rate = rate;
        this.name = name;
    }

    public int frames() {
        return frames;
    }

    public void append(long[][] block, int count, double scale) {
        reserve(count);
        for (int c = 0; c < channels.length; c++) for (int i = 0; i < count; i++) channels[c][frames + i] = (float) (block[c][i] * scale);
        frames += count;
    }

    /** Samples {@code from .. from + count} of each channel. */
    public void append(float[][] block, int from, int count) {
        reserve(count);
        for (int c = 0; c < channels.length; c++) System.arraycopy(block[c], from, channels[c], frames, count);
        frames += count;
    }

    public void silence(long count) {
        reserve(count);
        frames += (int) count;
    }

    private void reserve(long count) {
        Cancellation.stopIfWished();
        AudioLimits.checkLength(name, frames + count, rate);
        if (frames + count <= channels[0].length) return;
        long size = Math.max(frames + count, channels[0].length * 2L);
        AudioLimits.checkMemory(name, size, channels.length, rate);
        for (int c = 0; c < channels.length; c++) channels[c] = Arrays.copyOf(channels[c], (int) size);
    }

    /** At most {@code most} frames; throws a {@link studio.parley.problem.Problem} if there are none. */
    public Pcm toPcm(long most) {
        return toPcm(0, most);
    }

    /**
     * Like {@link #toPcm(long, long)}; invalid samples from a damaged file become silence, with a notice. Throws a {@link Problem} if
     * nothing is left.
     */
    public Pcm toPcm(long from, long to, List<String> notices) {
        if (frames > 0 && AudioLimits.tidy(channels, name, notices) == (long) frames * channels.length) {
            throw Problem.input(name + " is damaged: no part of it can be decoded. Export or download it again.");
        }
        return toPcm(from, to);
    }

    /** Frames {@code from} to {@code to}, as far as they exist. */
    public Pcm toPcm(long from, long to) {
        int last = Math.clamp(to, 0, frames);
        int first = Math.clamp(from, 0, last);
        AudioLimits.check(name, last - first, channels.length, rate);
        return Pcm.owning(rate, Arrays.stream(channels).map(c -> Arrays.copyOfRange(c, first, last)).toArray(float[][]::new));
    }
}
