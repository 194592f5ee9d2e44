package studio.parley.studio.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.DeviceTrial;
import studio.parley.onnx.FakeCard;
import studio.parley.onnx.RuntimeOptions;

class CardTrialTest {
    @Test
    void theNetworkOfTheTrialIsComputedOnTheCard() {
        try (var card = FakeCard.working()) {
            var trial = DeviceTrial.run(RuntimeOptions.of(DevicePreference.CUDA));
            assertEquals(Optional.empty(), trial.trouble());
            assertEquals(0, trial.difference());
            assertEquals(1, card.runs());
        }
        try (var card = FakeCard.failingAtRun(1, "CUDNN failure 1001: CUDNN_STATUS_NOT_INITIALIZED ; file=x.cc")) {
            assertTrue(DeviceTrial.run(RuntimeOptions.of(DevicePreference.CUDA)).trouble().orElseThrow().contains("cuDNN 9 cannot be loaded"));
            assertEquals(1, card.runs());
        }
    }

    /** Parley itself is started again; here it finds no libraries. */
    @Test
    void itRunsInAProcessOfItsOwn() {
        var trouble = CardTrial.inOwnProcess("cuda").orElseThrow();
        assertTrue(trouble.startsWith("The graphics card cannot be used (its libraries are not installed)"), trouble);
    }

    @Test
    void aCrashIsASentence() {
        for (var script : List.of("kill -SEGV $$", "echo nonsense; exit 134", "exit 0", "echo '{}'")) {
            var trouble = CardTrial.ask(List.of("sh", "-c", script)).get("trouble").getAsString();
            assertTrue(trouble.startsWith("The graphics card's driver or libraries crashed"), trouble);
        }
        assertEquals("", CardTrial.ask(List.of("sh", "-c", "echo a warning; echo '{\"trouble\":\"\"}'")).get("trouble").getAsString());
    }
}
