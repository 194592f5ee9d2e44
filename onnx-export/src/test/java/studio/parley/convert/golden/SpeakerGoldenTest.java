package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.parley.onnx.ElementType.FLOAT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.NetworkRequest;
import studio.parley.convert.SpeakerConverter;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.problem.Problem;
import studio.parley.speaker.SpeakerContract;
import studio.parley.speaker.SpeakerInfo;

/** The graph of a speaker encoder is PyTorch's function (onnx-export/reference/speaker.py). */
class SpeakerGoldenTest {
    private static final int COLUMNS = 160;
    private final Golden golden = Golden.load("speaker");
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"FP32, 1e-6", "FP16, 1e-6"})
    void isPyTorchsFunction(Precision precision, float error) {
        var made = convert(Golden.folder("speaker-tiny"), precision);
        int bands = golden.json().get("bands").getAsInt();
        int windows = golden.json().get("windows").getAsInt();
        var wanted = golden.floats("tiny");
        var signature = new Signature().input(SpeakerContract.MEL, FLOAT, 3).output(SpeakerContract.EMBEDDING, FLOAT, 2);
        try (var graph = OrtRuntime.open(DevicePreference.CPU).load(made.resolve(SpeakerContract.GRAPH_FILE), signature); var in = Tensor.floats(windows, COLUMNS, bands);
                var out = Tensor.floats(windows, wanted.length / windows); var binding = graph.bind()) {
            for (int i = 0; i < in.count(); i++) {
                int column = i / bands % COLUMNS;
                in.floats().put(i, (float) (0.5 + 0.5 * Math.sin(0.9 * (i % bands) + 0.071 * column + 1.3 * (i / bands / COLUMNS))));
            }
            binding.input(SpeakerContract.MEL, in).output(SpeakerContract.EMBEDDING, out).run();
            var found = new float[wanted.length];
            out.floats().get(found);
            assertArrayEquals(wanted, found, error);
        }
    }

    @Test
    void aFolderOrItsOneFileIsConverted() {
        assertTrue(SpeakerConverter.isSpeakerEncoder(Golden.folder("speaker-tiny")));
        assertTrue(SpeakerConverter.isSpeakerEncoder(Golden.folder("speaker-tiny", "model.safetensors")));
        for (var other : new String[] {"whisper-tiny", "tiny-a", "tiny-a-sesame", "vectors", "nothing"}) assertFalse(SpeakerConverter.isSpeakerEncoder(Golden.folder(other)), other);
        var info = SpeakerInfo.read(convert(Golden.folder("speaker-tiny", "model.safetensors"), Precision.FP16));
        assertEquals(8, info.melBands());
        assertEquals(5, info.embedding());
        assertEquals("Apache-2.0", info.licences().getFirst().licence());
    }

    @ParameterizedTest
    @EnumSource(names = {"INT8", "INT4", "COMPACT"})
    void precisionsThatItDoesNotHaveAreRefused(Precision precision) {
        var refused = assertThrows(Problem.class, () -> convert(Golden.folder("speaker-tiny"), precision));
        assertTrue(refused.getMessage().contains("--precision fp16"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve(precision.label())));
    }

    /** The header is text before the bytes, so a name can be changed in place. */
    @Test
    void tensorsThatDoNotFitAreRefused() throws IOException {
        var bytes = Files.readAllBytes(Golden.folder("speaker-tiny", "model.safetensors"));
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        var broken = Files.createDirectory(folder.resolve("broken"));
        Files.write(broken.resolve("model.safetensors"), text.replaceFirst("lstm.bias_hh_l1", "lstm.bias_hh_l7").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        var refused = assertThrows(Problem.class, () -> convert(broken, Precision.FP16));
        assertTrue(refused.getMessage().contains("lstm.bias_hh_l1"), refused.getMessage());
    }

    private Path convert(Path checkpoint, Precision precision) {
        var output = folder.resolve(precision.label());
        SpeakerConverter.convert(new NetworkRequest(checkpoint, output, precision, false), ConversionListener.NONE);
        return output;
    }
}
