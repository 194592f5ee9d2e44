package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import studio.parley.playback.device.AudioDevices;
import studio.parley.playback.device.AudioIn;
import studio.parley.playback.device.MemoryIn;
import studio.parley.problem.Problem;

class RecorderTest {
    @Test
    void keepsWhatItHears() {
        var sound = Rig.noise(50_000, 3);
        try (var recorder = Recorder.start(new MemoryIn(sound))) {
            Rig.until(() -> !recorder.isRecording());
            assertTrue(recorder.meter().reading().held() > -7);
            assertEquals(50_000.0 / Rig.RATE, recorder.seconds());
            assertEquals(sound, recorder.stop());
        }
    }

    /** A microphone that is pulled out after 20 ms. */
    private static final class Unplugged implements AudioIn {
        private int reads;

        @Override
        public int rate() {
            return 48_000;
        }

        @Override
        public int read(float[] into) {
            if (reads++ > 0) throw Problem.device("The microphone no longer answers.", null);
            return into.length;
        }

        @Override
        public void close() {}
    }

    @Test
    void aLostMicrophoneIsToldAndWhatWasRecordedIsKept() {
        var recorder = Recorder.start(new Unplugged());
        Rig.until(() -> !recorder.isRecording());
        assertEquals("The microphone no longer answers.", recorder.trouble().orElseThrow().getMessage());
        assertEquals(960, recorder.stop().frames());
    }

    @Test
    void noMicrophoneSaysWhatToDo() {
        var none = Assertions.assertThrows(Problem.class, () -> Recorder.start(Optional.of("no such microphone")));
        assertEquals(Problem.Kind.DEVICE, none.kind());
        assertTrue(none.getMessage().contains("no such microphone") && none.getMessage().contains("press record again"));
        assertFalse(AudioDevices.inputs().contains("no such microphone"));
    }
}
