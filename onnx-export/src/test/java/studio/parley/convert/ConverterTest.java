package studio.parley.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.checkpoint.TinyModel;
import studio.parley.convert.safetensors.Dtype;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;

class ConverterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void bothLayoutsOfRandomModelsGiveTheSameBytes(int seed) throws Exception {
        var model = new TinyModel(TinyModel.config(seed), seed);
        var precision = Precision.values()[seed % 4];
        var sesame = model.sesame(folder.resolve("m-sesame"));
        assertSameModel(convert(Conversions.of(model.transformers(folder.resolve("m"), Dtype.F32), folder.resolve("a"), precision)),
                convert(Conversions.of(sesame, folder.resolve("b"), precision,
                        Optional.of(sesame.resolve("mimi").resolve("kyutai.safetensors")), OptionalInt.empty(), false)));
    }

    @ParameterizedTest
    @CsvSource({"tokenizer-kyutai.safetensors,FP32", "model.safetensors,INT4", "'',INT8"})
    void bothLayoutsOfTransformersOwnCheckpointGiveTheSameBytes(String mimi, Precision precision) throws Exception {
        var sesame = Golden.folder("tiny-a-sesame");
        assertSameModel(convert(Conversions.of(Golden.folder("tiny-a"), folder.resolve("a"), precision)),
                convert(Conversions.of(sesame, folder.resolve("b"), precision, Optional.of(sesame.resolve("mimi").resolve(mimi)),
                        OptionalInt.empty(), false)));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyPrecisionPassesItsCheckAndIsRead(Precision precision) throws Exception {
        var out = convert(Conversions.of(Golden.folder("tiny-b"), folder.resolve("b"), precision, Optional.empty(), OptionalInt.of(640), false));
        var info = ModelInfo.read(out);
        assertEquals(640, info.context());
        assertEquals(precision.label(), info.precision());
        assertEquals(120, info.samplesPerFrame());
        var json = json(out);
        assertTrue(json.getAsJsonObject("check").get("passed").getAsBoolean());
        assertEquals(64, info.identity().length());
        assertEquals("BF16", json.getAsJsonObject("source").get("dtype").getAsString());
        var listed = new ArrayList<String>(List.of("model.json"));
        for (var f : json.getAsJsonArray("files")) listed.add(f.getAsJsonObject().get("file").getAsString());
        assertEquals(listed.stream().sorted().toList(), names(out));
    }

    @Test
    void nothingIsOverwrittenUnlessAModelAndAsked() throws Exception {
        var out = folder.resolve("m");
        var request = Conversions.of(Golden.folder("tiny-c"), out, Precision.FP32);
        Files.createDirectories(out);
        convert(request);
        assertTrue(assertThrows(Problem.class, () -> convert(request)).getMessage().contains("--force"));
        convert(Conversions.of(Golden.folder("tiny-c"), out, Precision.FP32, Optional.empty(), OptionalInt.empty(), true));
        var documents = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(documents.resolve("novel.txt"), "It was a dark night.");
        var precious = Conversions.of(Golden.folder("tiny-c"), documents, Precision.FP32, Optional.empty(), OptionalInt.empty(), true);
        assertTrue(assertThrows(Problem.class, () -> convert(precious)).getMessage().contains("other files"));
        assertEquals(List.of("documents", "m"), names(folder));
    }

    @Test
    void anInterruptLeavesNothing() throws Exception {
        var request = Conversions.of(Golden.folder("tiny-a"), folder.resolve("m"), Precision.INT4);
        for (var stage : List.of(Stage.READING, Stage.WRITING, Stage.HASHING, Stage.CHECKING)) {
            assertThrows(CancellationException.class, () -> Converter.convert(request, p -> {
                if (p.stage() == stage) Thread.currentThread().interrupt();
            }), stage.name());
            assertTrue(Thread.interrupted());
            assertEquals(List.of(), names(folder), stage.name());
        }
    }

    @Test
    void aFailureLeavesNothingAndWhatAKillLeftIsCleared() throws Exception {
        var left = Files.createDirectories(folder.resolve(".m.unfinished"));
        Files.writeString(left.resolve("language.bin"), "half");
        var model = new TinyModel(TinyModel.config(1), 1);
        model.tensors().get("lm_head.weight").values()[3] = Float.NaN;
        var broken = model.transformers(folder.resolve("broken"), Dtype.F32);
        var problem = assertThrows(Problem.class, () -> convert(Conversions.of(broken, folder.resolve("m"), Precision.FP32)));
        assertTrue(problem.getMessage().contains("lm_head.weight") && problem.getMessage().contains("not a number"), problem.getMessage());
        assertEquals(List.of("broken"), names(folder));
        Files.writeString(Files.createDirectories(left).resolve("language.bin"), "half");
        convert(Conversions.of(Golden.folder("tiny-c"), folder.resolve("m"), Precision.FP32));
        assertEquals(List.of("broken", "m"), names(folder));
    }

    @Test
    void progressGoesForwardToTheEnd() {
        var seen = new ArrayList<ConversionProgress>();
        Converter.convert(Conversions.of(Golden.folder("tiny-a"), folder.resolve("m"), Precision.FP32), seen::add);
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.get(i).stage().compareTo(seen.get(i - 1).stage()) >= 0);
            assertTrue(seen.get(i).done() >= seen.get(i - 1).done());
        }
        assertEquals(Stage.DONE, seen.getLast().stage());
        assertEquals(1, seen.getLast().fraction());
    }

    @Test
    void impossibleRequestsAreRefused() {
        assertThrows(Problem.class, () -> convert(Conversions.of(Golden.folder("tiny-c"), folder.resolve("m"), Precision.FP32,
                Optional.empty(), OptionalInt.of(3), false)));
        assertThrows(Problem.class, () -> convert(Conversions.of(folder.resolve("absent"), folder.resolve("m"), Precision.FP32)));
        assertFalse(Files.exists(folder.resolve("m")));
    }

    private static Path convert(Conversion conversion) {
        return Converter.convert(conversion, ConversionListener.NONE);
    }

    private static void assertSameModel(Path a, Path b) throws Exception {
        assertEquals(names(a), names(b));
        for (var name : names(a)) {
            if (!name.equals("model.json")) {
                assertArrayEquals(Files.readAllBytes(a.resolve(name)), Files.readAllBytes(b.resolve(name)), name);
            }
        }
        assertEquals(json(a).get("identity"), json(b).get("identity"));
    }

    private static JsonObject json(Path model) throws Exception {
        return JsonParser.parseString(Files.readString(model.resolve("model.json"))).getAsJsonObject();
    }

    private static List<String> names(Path folder) throws Exception {
        try (var list = Files.list(folder)) {
            return list.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
