package studio.parley.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.GrowingSource;
import studio.parley.playback.Transport;
import studio.parley.playback.TransportEvent;
import studio.parley.playback.device.AudioDevices;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;

/** Plays a line while it is rendered: the transport over a source that grows. One thread. */
final class StreamingPlayback implements RenderListener, AutoCloseable {
    private static final long POLL_NANOS = 5_000_000;

    private final int rate;
    private final @Nullable AudioOut out;
    private final @Nullable Transport transport;
    /** What is being made now; none before its first samples. */
    private @Nullable GrowingSource source;

    private StreamingPlayback(int rate, @Nullable AudioOut out, @Nullable Transport transport) {
        this.rate = rate;
        this.out = out;
        this.transport = transport;
    }

    /** Through this device. */
    static StreamingPlayback through(AudioOut out, int rate, PrintWriter err) {
        var transport = new Transport(AudioOutFactory.of(out), event -> {
            if (event instanceof TransportEvent.Trouble t) err.println(t.problem().getMessage());
        });
        transport.waitForSound(true);
        return new StreamingPlayback(rate, out, transport);
    }

    /** The audio device; without one a notice, and silence. */
    static StreamingPlayback open(int rate, boolean silent, PrintWriter err) {
        if (silent) return silent();
        try {
            return through(AudioDevices.defaultOutput(rate), rate, err);
        } catch (Problem none) {
            err.println(none.getMessage());
            return silent();
        }
    }

    /** Nothing is heard. */
    static StreamingPlayback silent() {
        return new StreamingPlayback(0, null, null);
    }

    @Override
    public boolean wantsSound() {
        return transport != null;
    }

    @Override
    public void sound(float[] samples) {
        if (transport == null) return;
        if (source == null) {
            source = new GrowingSource(rate);
            transport.source(source);
            transport.seek(0);
            transport.play();
        }
        source.add(samples);
    }

    @Override
    public void restart() {
        flush();
    }

    /** Silent at once: drops what was not played yet. */
    void flush() {
        if (transport != null) transport.stop();
        source = null;
    }

    /**
     * Waits until everything was played.
     *
     * @throws CancellationException if that is cancelled
     */
    void drain() {
        if (source != null) source.complete();
        while (transport != null && transport.state().isRunning()) {
            Cancellation.stopIfWished();
            LockSupport.parkNanos(POLL_NANOS);
        }
        Cancellation.stopIfWished();
        source = null;
    }

    @Override
    public void close() {
        if (transport != null) transport.close();
        // What never played is not the transport's yet.
        if (out != null) out.close();
    }
}
