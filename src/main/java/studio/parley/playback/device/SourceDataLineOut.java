package studio.parley.playback.device;

import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.Resampler;
import studio.parley.problem.Problem;

/**
 * An audio device through Java Sound with a queue of 80 ms, for a transport: starts at once, stops at once. The queue is the line's own
 * buffer, to its last frame: PulseAudio and PipeWire do not start before it is full.
 */
final class SourceDataLineOut implements AudioOut {
    /** The buffer to ask for. */
    static final double QUEUE_SECONDS = 0.08;
    /** If the buffer is larger (a driver may insist), no more than this is used. */
    private static final double MOST_SECONDS = 0.25;
    private static final double LOST_SECONDS = 5;

    private final SourceDataLine line;
    private final Pcm16Format format;
    private final String name;
    private final int rate;
    private final PlaybackClock clock;
    private @Nullable Resampler resampler;
    private long base;
    private final double lostSeconds;
    private long movedAt = System.nanoTime();
    private boolean lost;
    private volatile boolean closed;

    /** {@code line} is open in this format; {@code rate} is that of the samples to come. */
    SourceDataLineOut(SourceDataLine line, Pcm16Format format, String name, int rate) {
        this(line, format, name, rate, LOST_SECONDS);
    }

    /** A line that does not advance for {@code lostSeconds} is lost. */
    SourceDataLineOut(SourceDataLine line, Pcm16Format format, String name, int rate, double lostSeconds) {
        this.lostSeconds = lostSeconds;
        this.line = line;
        this.format = format;
        this.name = name;
        this.rate = rate;
        this.clock = new PlaybackClock(rate);
        this.base = line.getLongFramePosition();
    }

    @Override
    public void write(float[] mono) {
        var bytes = format.bytes(atLineRate(mono));
        if (clock.written(mono.length)) movedAt = System.nanoTime();
        // Before anything is written: after a flush some devices accept nothing while they are stopped.
        if (!line.isRunning()) line.start();
        for (int from = 0; from < bytes.length && !closed; ) {
            if (lost) throw lost();
            int free = Math.min(bytes.length - from, line.available() / format.frameBytes() * format.frameBytes());
            int wrote = free <= 0 ? 0 : line.write(bytes, from, free);
            from += wrote;
            if (wrote > 0) continue;
            poll();
            LockSupport.parkNanos(2_000_000);
        }
    }

    private Problem lost() {
        return Problem.device("The audio device “" + name + "” no longer answers. Connect it again or choose another one, "
                + "then press play.", null);
    }

    private float[] atLineRate(float[] mono) {
        if (format.rate() == rate) return mono;
        if (resampler == null) resampler = new Resampler(rate, format.rate());
        return resampler.push(mono);
    }

    @Override
    public int available() {
        poll();
        // Notifies the player.
        if (lost) return Integer.MAX_VALUE;
        long queued = clock.written() - clock.at(System.nanoTime());
        long free = (long) line.available() / format.frameBytes() * rate / format.rate();
        return (int) Math.max(0, Math.min(free, rate * MOST_SECONDS - queued));
    }

    /**
     * Asks the device for its position; when its queue is empty everything was played, whatever it says, and nothing more will be if it is
     * lost.
     */
    private void poll() {
        long now = System.nanoTime();
        boolean dry = line.isRunning() && line.available() >= line.getBufferSize();
        long frames = Math.round((line.getLongFramePosition() - base) * (double) rate / format.rate());
        if (clock.report(dry ? clock.written() : frames, now)) movedAt = now;
        lost |= !line.isOpen() || (now - movedAt) / 1e9 > lostSeconds;
        if (lost) clock.report(clock.written(), now);
    }

    @Override
    public long heardFrames() {
        return clock.at(System.nanoTime());
    }

    @Override
    public long flush() {
        // Before it is stopped: a stopped device counts what it drops as played.
        poll();
        long heard = heardFrames();
        line.stop();
        line.flush();
        base = line.getLongFramePosition();
        resampler = null;
        clock.reset();
        return heard;
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.flush();
        line.close();
    }
}
