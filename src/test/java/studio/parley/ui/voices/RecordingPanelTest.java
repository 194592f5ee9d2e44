package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.playback.Recorder;
import studio.parley.playback.device.AudioIn;
import studio.parley.playback.device.MemoryIn;
import studio.parley.problem.Problem;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;

/** What is recorded or dropped and whether a voice is in it. */
class RecordingPanelTest {
    @TempDir
    Path home;

    @Test
    void aRecordingBecomesAClipWithItsWords() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.menu(0, "voices-record");
            Fx.rest();
            s.fx.png("voices-record.png");
            s.fx.click("#record-start");
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            assertTrue(s.note(0, 0).transcript().startsWith("I was born"));
            assertTrue(s.speaker(0).references().getFirst().path().startsWith("references/Ann-"));
        }
    }

    @Test
    void withoutAMicrophoneASentenceSaysWhatToDo() throws Exception {
        try (var s = new SideScene(home, 0, SideScene.connected(input -> {
            throw Problem.device("No microphone can be used. Connect one.", null);
        }))) {
            s.menu(0, "voices-record");
            Fx.rest();
            s.fx.click("#record-start");
            Fx.until(() -> s.session.services().notices().all().stream().anyMatch(n -> n.sentence().startsWith("No microphone")), 3000);
            assertFalse(s.fx.find("#record-start").isDisabled());
        }
    }

    @Test
    void nothingIsRecordedWithoutAMicrophone() throws Exception {
        try (var s = new SideScene(home, 0, SideScene.named(List.of(), RecorderFactory.SYSTEM))) {
            s.menu(0, "voices-record");
            Fx.until(() -> s.lookup("#microphone-missing") != null && s.lookup("#microphone-missing").isVisible(), 8000);
            assertTrue(s.fx.find("#record-start").isDisabled());
            Label missing = s.fx.find("#microphone-missing");
            var tip = Fx.call(() -> s.lookup("#record-start-area").getProperties().values().stream().filter(Tooltip.class::isInstance).map(t -> ((Tooltip) t).getText()).toList());
            assertEquals(List.of(missing.getText()), tip);
        }
    }

    private static List<String> said(SideScene s) throws Exception {
        return Fx.call(() -> s.session.services().notices().all().stream().map(n -> n.sentence()).toList());
    }

    /** What was not heard is no voice; the sentence says what to do. */
    @Test
    void aSilentRecordingIsNoClip() throws Exception {
        try (var s = new SideScene(home, 0, SideScene.connected(input -> Recorder.start(new MemoryIn(Pcm.silence(24_000, 1, 72_000)))))) {
            s.menu(0, "voices-record");
            Fx.rest();
            s.fx.click("#record-start");
            Fx.until(() -> s.session.services().notices().all().stream().anyMatch(n -> n.sentence().startsWith("The recording is silent. Check")), 8000);
            assertTrue(s.speaker(0).references().isEmpty());
        }
    }

    @Test
    void silentNoisyShortAndEmptyFilesAreNoClips() throws Exception {
        try (var s = new SideScene(home, 0)) {
            var random = new Random(3);
            var hiss = new float[72_000];
            for (int i = 0; i < hiss.length; i++) hiss[i] = (float) (0.003 * random.nextGaussian());
            WavFiles.write(home.resolve("silent.wav"), Pcm.silence(24_000, 1, 72_000), SampleFormat.PCM_16);
            WavFiles.write(home.resolve("hiss.wav"), Pcm.mono(24_000, hiss), SampleFormat.PCM_16);
            WavFiles.write(home.resolve("short.wav"), SessionFixture.babble(2400, 1), SampleFormat.PCM_16);
            Files.createFile(home.resolve("empty.mp3"));
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(home.resolve("silent.wav"), home.resolve("hiss.wav"), home.resolve("short.wav"),
                    home.resolve("empty.mp3"), SideScene.REFS.resolve("ann.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            for (var word : new String[] {"silent.wav is silent", "No voice was found in hiss.wav", "short.wav is only 0.1 s", "empty.mp3"}) {
                assertTrue(said(s).stream().anyMatch(n -> n.contains(word)), word + " in " + said(s));
            }
        }
    }

    @Test
    void theMicrophoneIsChosenRememberedAndSaidWhenItIsNotThere() throws Exception {
        var asked = new CopyOnWriteArrayList<Optional<String>>();
        var microphone = new RecorderFactory() {
            @Override
            public Recorder start(Optional<String> input) {
                asked.add(input);
                return Recorder.start(new MemoryIn(SessionFixture.babble(72_000, 3)));
            }

            @Override
            public List<String> inputs() {
                return List.of("Built-in", "Desk microphone");
            }
        };
        try (var s = new SideScene(home, 0, microphone)) {
            s.menu(0, "voices-record");
            Fx.rest();
            ComboBox<Optional<String>> box = s.fx.find("#microphone");
            assertEquals(3, Fx.call(() -> box.getItems().size()));
            assertFalse(s.fx.find("#microphone-missing").isVisible());
            Fx.run(() -> box.setValue(Optional.of("Desk microphone")));
            s.fx.click("#record-start");
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            assertEquals(List.of(Optional.of("Desk microphone")), asked);
            assertEquals(Optional.of("Desk microphone"), Fx.call(() -> s.session.services().preferences().get("microphone")));
            Fx.run(() -> s.session.services().preferences().put("microphone", "Old one"));
            s.menu(1, "voices-record");
            Fx.rest();
            s.fx.png("voices-microphone.png");
            Label missing = s.fx.find("#voice-1 #microphone-missing");
            assertTrue(missing.isVisible() && missing.getText().contains("Old one"), missing.getText());
        }
    }

    /** A device that hands out loud sound until it is closed. */
    @Test
    void clippingIsNamedWhileItIsRecorded() throws Exception {
        var loud = new float[24_000 * 600];
        for (int i = 0; i < loud.length; i++) loud[i] = (float) Math.clamp(2 * Math.sin(i * 0.05), -1, 1);
        try (var s = new SideScene(home, 0, SideScene.connected(input -> Recorder.start(new AudioIn() {
            private final MemoryIn in = new MemoryIn(Pcm.mono(24_000, loud));
            private volatile boolean closed;

            @Override
            public int rate() {
                return in.rate();
            }

            @Override
            public int read(float[] into) {
                LockSupport.parkNanos(20_000_000);
                return closed ? -1 : in.read(into);
            }

            @Override
            public void close() {
                closed = true;
            }
        })))) {
            s.menu(0, "voices-record");
            Fx.rest();
            s.fx.click("#record-start");
            Label warning = s.fx.find("#record-warning");
            Fx.until(() -> warning.isVisible() && warning.getText().startsWith("Too loud"), 8000);
            Fx.until(() -> s.fx.stage.getScene().lookup("#record-stop").isVisible(), 8000);
            s.fx.png("voices-loud.png");
        }
    }
}
