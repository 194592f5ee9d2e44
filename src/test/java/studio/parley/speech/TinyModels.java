package studio.parley.speech;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.convert.Exposure;
import studio.parley.convert.ModelWriter;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.Runtime;

/** The reference's tiny checkpoints through our converter, each converted once per test run and never closed. */
final class TinyModels {
    private static final Map<String, SpeechModel> OPEN = new ConcurrentHashMap<>();

    private TinyModels() {}

    static SpeechModel open(String checkpoint) {
        return OPEN.computeIfAbsent(checkpoint, name -> SpeechModel.open(convert(name), Runtime.open(DevicePreference.CPU)));
    }

    private static Path convert(String name) {
        try (var checkpoint = Checkpoint.open(Golden.folder(name), null, null)) {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tiny-models")), name);
            var written = ModelWriter.write(checkpoint.weights(), checkpoint.config(), Precision.FP32, checkpoint.positions(), folder, Progress.NONE, Exposure.all());
            Files.copy(checkpoint.tokenizer().file(), folder.resolve("tokenizer.json"));
            var c = checkpoint.config();
            Files.writeString(folder.resolve("model.json"), new Gson().toJson(Map.ofEntries(Map.entry("format", 1), Map.entry("name", name),
                    Map.entry("identity", name), Map.entry("precision", "fp32"), Map.entry("context", checkpoint.positions()),
                    Map.entry("text_vocabulary", c.textVocab()), Map.entry("codebooks", c.codebooks()), Map.entry("audio_vocabulary", c.audioVocab()),
                    Map.entry("codebook_size", c.mimi().codebookSize()), Map.entry("sample_rate", c.mimi().sampleRate()),
                    Map.entry("samples_per_frame", c.mimi().samplesPerFrame()),
                    Map.entry("tokens", Map.of("bos", checkpoint.tokenizer().bos(), "eos", checkpoint.tokenizer().eos())),
                    Map.entry("backbone", stack(c.backbone())), Map.entry("depth_decoder", stack(c.depth().stack())),
                    Map.entry("mimi_decoder", Map.of("states", written.mimiStates().stream().map(s -> List.of(s.channels(), s.columns())).toList(),
                            "layers", c.mimi().layers(), "heads", c.mimi().heads(), "head_dim", c.mimi().headDim(), "window", c.mimi().slidingWindow())),
                    Map.entry("graphs", written.graphs()), Map.entry("exposed", true))));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> stack(studio.parley.convert.weights.StackConfig s) {
        return Map.of("layers", s.layers(), "width", s.width(), "heads", s.heads(), "kv_heads", s.kvHeads(), "head_dim", s.headDim());
    }
}
