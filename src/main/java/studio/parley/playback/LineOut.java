package studio.parley.playback;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.Resampler;
import studio.parley.problem.Problem;

/** A sound card through Java Sound with a queue of 80 ms, for the {@link Transport}: begins at once, stops at once. */
final class LineOut implements AudioOut {
    static final double QUEUE_SECONDS = 0.08;
    private static final long LOST_NANOS = 2_000_000_000L;

    private final SourceDataLine line;
    private final LineFormat format;
    private final String name;
    private final int rate;
    private final HeardClock clock;
    private @Nullable Resampler resampler;
    private long base;
    private volatile boolean closed;

    /** {@code line} is open in this format; {@code rate} is that of the samples to come. */
    LineOut(SourceDataLine line, LineFormat format, String name, int rate) {
        this.line = line;
        this.format = format;
        this.name = name;
        this.rate = rate;
        this.clock = new HeardClock(rate);
        this.base = line.getLongFramePosition();
    }

    @Override
    public void play(float[] mono) {
        var bytes = format.bytes(atLineRate(mono));
        clock.played(mono.length, System.nanoTime());
        long progress = System.nanoTime();
        for (int from = 0; from < bytes.length && !closed; ) {
            int room = Math.min(bytes.length - from, line.available() / format.frameBytes() * format.frameBytes());
            int wrote = room <= 0 ? 0 : line.write(bytes, from, room);
            if (wrote > 0 && !line.isRunning()) line.start();
            from += wrote;
            if (wrote > 0) progress = System.nanoTime();
            else if (!line.isOpen() || System.nanoTime() - progress > LOST_NANOS) throw lost();
            else LockSupport.parkNanos(2_000_000);
        }
    }

    private Problem lost() {
        return Problem.device("The sound device “" + name + "” no longer answers. Connect it again or choose another one, "
                + "then press play.", null);
    }

    private float[] atLineRate(float[] mono) {
        if (format.rate() == rate) return mono;
        if (resampler == null) resampler = new Resampler(rate, format.rate());
        return resampler.push(mono);
    }

    @Override
    public int room() {
        look();
        long queued = clock.played() - clock.at(System.nanoTime());
        return (int) Math.max(0, rate * QUEUE_SECONDS - queued);
    }

    /** Asks the card how far it is; when its queue ran empty everything was heard, whatever it says. */
    private void look() {
        boolean dry = line.isRunning() && line.available() >= line.getBufferSize();
        long frames = Math.round((line.getLongFramePosition() - base) * (double) rate / format.rate());
        clock.report(dry ? clock.played() : frames, System.nanoTime());
    }

    @Override
    public long heardFrames() {
        return clock.at(System.nanoTime());
    }

    @Override
    public void drain() {
        line.start();
        line.drain();
        line.stop();
        clock.report(clock.played(), System.nanoTime());
    }

    @Override
    public long flush() {
        line.stop();
        look();
        long heard = heardFrames();
        line.flush();
        base = line.getLongFramePosition();
        resampler = null;
        clock.reset();
        return heard;
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.flush();
        line.close();
    }
}
