package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.problem.Problem;

/** Sound that is rendered while it is played, and devices and clips that fail. */
class TransportWaitingTest {
    private final Pcm sound = Rig.noise(40_000, 4);

    /** A sound of which only the first frames are final. */
    private final class Rendered implements AudioSource {
        final AtomicLong ready = new AtomicLong();

        @Override
        public int rate() {
            return Rig.RATE;
        }

        @Override
        public long length() {
            return Math.min(30_000, ready.get() + 5_000);
        }

        @Override
        public long readyUntil(long from) {
            return ready.get();
        }

        @Override
        public boolean growing() {
            return ready.get() < 30_000;
        }

        @Override
        public Pcm read(long from, int count) {
            if (from + count > ready.get()) throw new AssertionError("read " + (from + count) + " of " + ready.get());
            return sound.slice((int) from, (int) from + count);
        }
    }

    @Test
    void waitsAtTheEdgeOfWhatIsRendered() {
        try (var rig = Rig.instant()) {
            var source = new Rendered();
            rig.transport.source(source);
            rig.transport.waitForSound(true);
            rig.transport.play();
            Rig.until(() -> rig.transport.state().equals(TransportState.WAITING));
            assertTrue(rig.transport.state().isRunning());
            source.ready.set(10_001);
            Rig.until(() -> rig.out.heard().frames() == 10_001);
            Rig.until(() -> rig.transport.state().equals(TransportState.WAITING));
            assertEquals(10_001, rig.transport.position());
            // Less than the stock to collect: played when nothing more comes for a while.
            source.ready.set(10_500);
            Rig.until(() -> rig.out.heard().frames() == 10_500);
            source.ready.set(30_000);
            rig.untilStopped();
            assertEquals(sound.slice(0, 30_000), rig.out.heard());
        }
    }

    @Test
    void withoutBeingAskedItEndsWhereTheSoundEnds() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.waitForSound(false);
            rig.transport.play();
            rig.untilStopped();
            assertEquals(sound, rig.out.heard());
        }
    }

    @Test
    void aLostDeviceIsOneProblemAndThePlaceIsKept() {
        var first = MemoryOut.paced(Rig.RATE, 1920);
        var second = new MemoryOut(Rig.RATE);
        var lost = new AtomicBoolean();
        var events = new CopyOnWriteArrayList<TransportEvent>();
        AudioOutFactory opener = _ -> new AudioOutFactory.Opened(lost.get() ? second : new Breaking(first, lost));
        try (var transport = new Transport(opener, events::add, 0)) {
            transport.source(AudioSource.of(sound));
            transport.play();
            first.advance(5_000);
            Rig.until(() -> transport.position() == 5_000);
            lost.set(true);
            first.advance(500);
            Rig.until(() -> transport.state().equals(TransportState.PAUSED));
            long at = transport.position();
            assertTrue(at >= 5_000 && at <= 5_500, "at " + at);
            Rig.until(() -> events.size() == 3);
            assertEquals(1, events.stream().filter(e -> e instanceof TransportEvent.Trouble).count());
            transport.play();
            Rig.until(() -> transport.state() instanceof TransportState.Stopped);
            assertEquals(sound.slice((int) at, 40_000), second.heard());
        }
    }

    @Test
    void aClipThatCannotBeReadIsTold() {
        try (var rig = Rig.instant()) {
            rig.transport.source(new AudioSource() {
                @Override
                public int rate() {
                    return Rig.RATE;
                }

                @Override
                public long length() {
                    return 10_000;
                }

                @Override
                public Pcm read(long from, int count) {
                    if (from + count > 4_000) throw Problem.input("The clip x.wav is missing.");
                    return sound.slice((int) from, (int) from + count);
                }
            });
            rig.transport.play();
            Rig.until(() -> rig.transport.state().equals(TransportState.PAUSED));
            Rig.until(() -> rig.events.stream().anyMatch(e -> e instanceof TransportEvent.Trouble t
                    && t.problem().getMessage().equals("The clip x.wav is missing.")));
            assertEquals(3_840, rig.transport.position());
        }
    }

    @Test
    void aMistakeInTheSourceIsToldOnceAndDoesNotEndTheTransport() {
        try (var rig = Rig.instant()) {
            rig.transport.source(new AudioSource() {
                @Override
                public int rate() {
                    return Rig.RATE;
                }

                @Override
                public long length() {
                    throw new IllegalStateException("oops");
                }

                @Override
                public Pcm read(long from, int count) {
                    throw new AssertionError("oops");
                }
            });
            rig.transport.play();
            Rig.until(() -> rig.transport.state().equals(TransportState.PAUSED) && rig.events.size() == 3);
            rig.transport.source(AudioSource.of(sound));
            rig.transport.play();
            rig.untilStopped();
            assertEquals(sound, rig.out.heard());
            assertEquals(1, rig.events.stream().filter(e -> e instanceof TransportEvent.Trouble).count());
        }
    }

    @Test
    void theSourceIsToldWhatComes() {
        var told = new CountDownLatch(1);
        try (var rig = Rig.paced()) {
            rig.transport.source(new AudioSource() {
                @Override
                public int rate() {
                    return Rig.RATE;
                }

                @Override
                public long length() {
                    return 10_000;
                }

                @Override
                public Pcm read(long from, int count) {
                    return Pcm.silence(Rig.RATE, 1, count);
                }

                @Override
                public void prepare(long from, long to) {
                    if (from == 0 && to == 48_000) told.countDown();
                }
            });
            rig.transport.play();
            Rig.until(() -> told.getCount() == 0);
        }
    }
}
