package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.Rig;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.MemoryOut;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

class StreamingPlaybackTest {
    private static final int RATE = 24_000;
    private final Pcm sound = Rig.noise(30_000, 8);
    private final StringWriter err = new StringWriter();

    private StreamingPlayback through(AudioOut card) {
        return StreamingPlayback.through(card, RATE, new PrintWriter(err, true));
    }

    private void make(StreamingPlayback playback, int from, int to) {
        for (int at = from; at < to; at += 1_000) playback.sound(sound.slice(at, at + 1_000).samples(0));
    }

    /** All is heard before a command ends, line after line; the last of it however short. */
    @Test
    void theSoundIsHeardToItsEnd() {
        var card = new MemoryOut(RATE);
        try (var playback = through(card)) {
            assertTrue(playback.wantsSound());
            make(playback, 0, 10_000);
            playback.drain();
            assertEquals(sound.slice(0, 10_000), card.heard());
            make(playback, 10_000, 11_000);
            playback.drain();
            assertEquals(sound.slice(0, 11_000).frames(), card.heard().frames());
        }
        Rig.until(card::isClosed);
        assertEquals("", err.toString());
    }

    /** An attempt that is thrown away is not heard, but for what was heard already. */
    @Test
    void anAttemptThatStartsOverIsDropped() {
        var card = MemoryOut.paced(RATE, 1_920);
        try (var playback = through(card)) {
            make(playback, 0, 20_000);
            Rig.until(() -> card.queued() > 0);
            playback.restart();
            Rig.until(() -> card.queued() == 0);
            make(playback, 20_000, 30_000);
            card.advance(100_000);
            playback.drain();
            assertEquals(sound.slice(20_000, 30_000), card.heard());
        }
    }

    @Test
    void nothingIsHeardBeforeEnoughIsThere() {
        var card = new MemoryOut(RATE);
        try (var playback = through(card)) {
            make(playback, 0, 1_000);
            assertEquals(0, card.heard().frames());
            make(playback, 1_000, 8_000);
            Rig.until(() -> card.heard().frames() == 8_000);
        }
    }

    @Test
    void whoeverInterruptsNeedNotHearItOut() {
        var card = MemoryOut.paced(RATE, 1_920);
        var cancelled = new AtomicBoolean();
        try (var playback = through(card)) {
            make(playback, 0, 30_000);
            cancelled.set(true);
            assertThrows(CancellationException.class, () -> Cancellation.unless(cancelled::get, () -> {
                playback.drain();
                return card;
            }));
            playback.flush();
            Rig.until(() -> card.queued() == 0);
        }
        Rig.until(card::isClosed);
    }

    @Test
    void aLostCardIsToldOnceAndTheLineGoesOnInSilence() {
        try (var playback = through(new LostCard())) {
            make(playback, 0, 30_000);
            playback.drain();
            assertEquals("The sound device is gone." + System.lineSeparator(), err.toString());
        }
    }

    @Test
    void aCardThatNeverPlayedIsClosed() {
        var card = new MemoryOut(RATE);
        through(card).close();
        assertTrue(card.isClosed());
    }

    @Test
    void withoutSoundNothingIsDecodedForIt() {
        try (var silent = StreamingPlayback.open(RATE, true, new PrintWriter(err))) {
            assertFalse(silent.wantsSound());
            silent.sound(new float[10]);
            silent.drain();
        }
    }

    private static final class LostCard implements AudioOut {
        @Override
        public void write(float[] mono) {
            throw Problem.device("The sound device is gone.", null);
        }

        @Override
        public int available() {
            return Integer.MAX_VALUE;
        }

        @Override
        public long heardFrames() {
            return 0;
        }

        @Override
        public long flush() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
