package studio.parley.studio.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The decision for a Mac, with times and codes that are made up: Parley's authors had no Mac. */
class CoreMlChoiceTest {
    private static SpeechSample sample(double millis, String codes) {
        return new SpeechSample(Optional.empty(), millis, codes);
    }

    private static CoreMlChoice choose(SpeechSample cpu, SpeechSample coreMl) {
        return CoreMlChoice.of(device -> device.equals("cpu") ? cpu : coreMl);
    }

    @Test
    void theFasterOneIsUsedIfItSpeaksTheSame() {
        var choice = choose(sample(40, "[1, 2]"), sample(20, "[1, 2]"));
        assertEquals("coreml", choice.device());
        assertTrue(choice.words().contains("20.0 ms") && choice.words().contains("40.0 ms"), choice.words());
    }

    @Test
    void otherwiseTheProcessor() {
        for (var choice : List.of(choose(sample(40, "[1, 2]"), sample(20, "[1, 3]")), choose(sample(40, "[1]"), sample(39, "[1]")), choose(sample(40, "[1]"), sample(80, "[1]")),
                choose(sample(40, "[1]"), new SpeechSample(Optional.of("It is not there."), 0, "")))) {
            assertEquals("", choice.device());
            assertTrue(choice.words().startsWith("The processor is used, because CoreML ") && choice.words().endsWith("."), choice.words());
        }
    }

    @Test
    void withoutTheProcessorNothingIsCompared() {
        var asked = new ArrayList<String>();
        var choice = CoreMlChoice.of(device -> {
            asked.add(device);
            return new SpeechSample(Optional.of("There is no model."), 0, "");
        });
        assertEquals("", choice.device());
        assertEquals(List.of("cpu"), asked);
    }

    @Test
    void whatTheTrialPrintsIsReadBack() {
        assertEquals(sample(1.5, "[1, 2]"), SpeechSample.of(sample(1.5, "[1, 2]").json()));
        assertEquals(Optional.of("why"), SpeechSample.of(new SpeechSample(Optional.of("why"), 2, "[1]").json()).trouble());
    }
}
