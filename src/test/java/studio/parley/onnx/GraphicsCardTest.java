package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class GraphicsCardTest {
    private static final Signature TWICE = new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1);
    private static final String FULL = "Non-zero status code returned while running Add node. BFCArena::AllocateRawInternal Failed to allocate memory for requested buffer of size 99";

    @TempDir
    Path folder;

    @Test
    void aCardThatIsNotThereIsNamedAndTheProcessorComputes() {
        try (var card = FakeCard.failingAtLoad(1, "CUDA failure 100: no CUDA-capable device is detected ; GPU=-1 ; hostname=vm ; file=/onnxruntime_src/cuda.cc ; line=31")) {
            var runtime = OrtRuntime.open(DevicePreference.CUDA);
            assertEquals(Device.CPU, runtime.device());
            assertTrue(runtime.fallback().orElseThrow().startsWith("The graphics card cannot be used (no NVIDIA graphics card was found), so the processor computes instead."));
            assertFalse(runtime.fallback().orElseThrow().contains("onnxruntime_src"));
            assertEquals(0, card.runs());
        }
    }

    @Test
    void aCardThatFailsIsNotTriedAgainAndThatIsSaidOnce() throws Exception {
        try (var card = FakeCard.failingAtRun(2, FULL)) {
            var runtime = OrtRuntime.open(DevicePreference.AUTO);
            assertEquals(card.device(), runtime.device());
            try (var graph = runtime.load(TinyOnnx.twice(folder), TWICE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
                var binding = graph.bind().input("x", x).output("y", y);
                binding.run();
                var failure = assertThrows(DeviceFailure.class, binding::run);
                assertEquals("The graphics card cannot be used (its memory is full), so the processor computes instead. Close other programs that use the card, or choose a "
                        + "smaller model, then start Parley again.", failure.getMessage());
            }
            assertTrue(OrtRuntime.open(DevicePreference.AUTO).fallback().isPresent(), "nobody was told yet");
            assertEquals(Optional.empty(), OrtRuntime.open(DevicePreference.AUTO).fallback());
            assertEquals(Device.CPU, OrtRuntime.open(DevicePreference.AUTO).device());
            assertTrue(OrtRuntime.open(DevicePreference.CUDA).fallback().isPresent(), "who asks for it learns why not");
        }
    }

    @Test
    void aNetworkThatDoesNotFitIsAFailureOfTheCard() throws Exception {
        var file = TinyOnnx.twice(folder);
        try (var card = FakeCard.failingAtLoad(2, FULL)) {
            var runtime = OrtRuntime.open(DevicePreference.AUTO);
            assertThrows(DeviceFailure.class, () -> runtime.load(file, TWICE));
            runtime.onProcessor("why").load(file, TWICE).close();
            assertEquals(0, card.runs());
        }
    }

    @Test
    void onlyTheLibrarysErrorsAreTheCards() {
        try (var card = FakeCard.working()) {
            var runtime = OrtRuntime.open(DevicePreference.AUTO);
            assertEquals(Optional.empty(), runtime.failureIn(new IllegalStateException("a defect of ours")));
            assertEquals(Optional.empty(), runtime.failureIn(Problem.input("a line is too long")));
            assertTrue(runtime.failureIn(new NativeFailure("CUDA failure 2: out of memory")).orElseThrow().getMessage().contains("its memory is full"));
            assertTrue(runtime.failureIn(new IllegalStateException("no tensor", new OrtException("a consequence"))).orElseThrow().getMessage().contains("its memory is full"));
            assertEquals(Optional.empty(), OrtRuntime.open(DevicePreference.CPU).failureIn(new NativeFailure("no card here")));
            assertEquals(0, card.runs());
        }
    }

    @Test
    void coreMlIsNotOnThisSystem() {
        if (System.getProperty("os.name").startsWith("Mac")) return;
        try (var card = FakeCard.working()) {
            var runtime = OrtRuntime.open(DevicePreference.COREML);
            assertEquals(Device.CPU, runtime.device());
            assertTrue(runtime.fallback().orElseThrow().endsWith("."), runtime.fallback().toString());
            assertEquals(0, card.runs());
        }
    }
}
