package studio.parley.playback;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;

/** A transport playing noise into memory, whose clock the test moves. */
public final class Rig implements AutoCloseable {
    static final int RATE = 24_000;

    final List<TransportEvent> events = new CopyOnWriteArrayList<>();
    final MemoryOut out;
    final Transport transport;

    Rig(MemoryOut out, int pieceFrames) {
        this.out = out;
        this.transport = new Transport(AudioOutFactory.of(out), events::add, 0, pieceFrames);
    }

    static Rig instant() {
        return new Rig(new MemoryOut(RATE), 240);
    }

    static Rig paced() {
        return new Rig(MemoryOut.paced(RATE, 1920), 240);
    }

    public static Pcm noise(int frames, long seed) {
        var dice = new Random(seed);
        var x = new float[frames];
        for (int i = 0; i < frames; i++) x[i] = dice.nextFloat() - 0.5f;
        return Pcm.mono(RATE, x);
    }

    /** Hears exactly so many frames more, once the first of them is queued: a flush that is still to come would cancel them. */
    void hear(int frames) {
        until(() -> out.queued() > 0);
        int goal = out.heard().frames() + frames;
        out.advance(frames);
        until(() -> out.heard().frames() >= goal);
    }

    /** Waits until something is queued, pauses, and waits until nothing is. */
    void pause() {
        until(() -> out.queued() > 0);
        int before = out.flushes();
        transport.pause();
        until(() -> out.flushes() > before);
    }

    void untilStopped() {
        until(() -> transport.state() instanceof TransportState.Stopped);
    }

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("did not happen in 120 s");
            LockSupport.parkNanos(200_000);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
