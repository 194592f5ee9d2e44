package studio.parley.render;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipStore;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.model.Sampling;

/** What tests on the tiny model begin with: it holds 2048 positions of 80 ms and never ends a line by itself. */
abstract class OnTinyModel {
    static SpeechModel model;
    @TempDir
    Path temp;
    ClipStore clipStore;

    @BeforeAll
    static void open() {
        model = SpeechModel.open(Path.of("src/test/resources/test-model"), OrtRuntime.open(DevicePreference.CPU));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @BeforeEach
    void clipStore() {
        clipStore = new ClipStore(temp.resolve("audio"));
    }

    /** A line that is cut off after six frames. */
    static UtteranceRequest prompt(float temperature, long seed) {
        return new UtteranceRequest(List.of(), 0, "A line that is cut off.", List.of(new Sampling(temperature, temperature, 20, seed)), 6);
    }

    static List<RenderedTake> render(Renderer renderer, UtteranceRequest prompt, RenderListener listener) {
        return renderer.render(new Utterance(prompt, Renderer.fit(model, prompt), listener));
    }
}
