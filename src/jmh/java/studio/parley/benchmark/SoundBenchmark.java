package studio.parley.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.pcm.Pcm;
import studio.parley.studio.document.staleness.StalenessTrackerTest;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;

/** What playing and exporting a minute of mono sound takes besides the model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SoundBenchmark {
    private static final int RATE = 24_000;

    private final Pcm minute = noise(RATE, 60 * RATE);
    private final Pcm cdMinute = noise(44_100, 60 * 44_100);
    private final Pcm second = noise(RATE, RATE);
    private final MixRenderer mix = new MixRenderer(Arrangement.of(StalenessTrackerTest.rendered(60), RATE), new ClipCache(clip -> second));

    private static Pcm noise(int rate, int frames) {
        var random = new Random(1);
        var samples = new float[frames];
        for (int i = 0; i < frames; i++) samples[i] = random.nextFloat() - 0.5f;
        return Pcm.mono(rate, samples);
    }

    /** 60 clips of a second, in pieces of 10 ms as the transport reads them. */
    @Benchmark
    public float mix() {
        float last = 0;
        for (long at = 0; at + 240 <= mix.length(); at += 240) last += mix.read(at, 240).at(0, 0);
        return last;
    }

    @Benchmark
    public Pcm resampleFrom44100() {
        return Resampler.resample(cdMinute, RATE);
    }

    @Benchmark
    public Pcm resampleTo48000() {
        return Resampler.resample(minute, 48_000);
    }

    @Benchmark
    public Pcm stretch() {
        return TimeStretch.of(minute, 1.25);
    }

    @Benchmark
    public double loudness() {
        return Loudness.integratedOf(minute);
    }
}
