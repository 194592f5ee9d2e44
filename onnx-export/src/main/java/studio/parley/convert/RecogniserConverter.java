package studio.parley.convert;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.whisper.WhisperCheckpoint;
import studio.parley.convert.whisper.WhisperGraphs;
import studio.parley.problem.Problem;
import studio.parley.recognition.RecogniserContract;

/**
 * Converts a Whisper checkpoint to a folder of the recogniser (docs/recogniser-folder.md), which appears complete or not at all.
 */
public final class RecogniserConverter {
    private RecogniserConverter() {}

    /** Whether a folder holds a Whisper checkpoint, whatever its state. */
    public static boolean isWhisper(Path checkpoint) {
        return WhisperCheckpoint.is(checkpoint);
    }

    /** Converts to FP32, FP16 or INT8 on the calling thread, which may be interrupted to cancel. Throws {@link Problem} with a sentence about what is wrong. */
    public static void convert(NetworkRequest request, ConversionListener listener) {
        if (request.precision() == Precision.INT4 || request.precision() == Precision.COMPACT) {
            throw Problem.input("A Whisper model cannot be converted to " + request.precision().label() + ". Use --precision int8, fp16 or fp32.");
        }
        var meter = new ConversionMeter(listener);
        meter.stage(Stage.READING, request.checkpoint().toString());
        try (var checkpoint = WhisperCheckpoint.open(request.checkpoint())) {
            var graphs = Map.of(RecogniserContract.ENCODER, RecogniserContract.ENCODER_FILE, RecogniserContract.DECODER, RecogniserContract.DECODER_FILE);
            new FolderConversion(RecogniserContract.MODEL_JSON, RecogniserContract.KIND, RecogniserContract.FORMAT, new Whisper(checkpoint, request.precision()), graphs)
                    .run(request, meter);
        }
    }

    private record Whisper(WhisperCheckpoint checkpoint, Precision precision) implements FolderConversion.Source {
        @Override
        public Path folder() {
            return checkpoint.folder();
        }

        @Override
        public String layout() {
            return checkpoint.layout();
        }

        @Override
        public List<Path> files() {
            return checkpoint.sources();
        }

        @Override
        public Collection<String> write(Path into, Progress progress) {
            var names = new ArrayList<>(WhisperGraphs.write(checkpoint, precision, into, progress));
            FolderConversion.write(into.resolve(RecogniserContract.TOKENIZER_JSON), FolderConversion.read(checkpoint.tokenizer()));
            names.add(RecogniserContract.TOKENIZER_JSON);
            return names;
        }

        @Override
        public void describe(JsonObject json) {
            var sizes = checkpoint.sizes();
            var whisper = new JsonObject();
            whisper.addProperty("mel_bins", sizes.melBins());
            whisper.addProperty("columns", sizes.columns());
            whisper.addProperty("audio_positions", sizes.audioPositions());
            whisper.addProperty("text_positions", sizes.textPositions());
            whisper.addProperty("layers", sizes.decoderLayers());
            whisper.addProperty("heads", sizes.decoderHeads());
            whisper.addProperty("head_size", sizes.headSize());
            whisper.addProperty("vocabulary", sizes.vocabulary());
            FolderConversion.GSON.toJsonTree(checkpoint.tokens()).getAsJsonObject().asMap().forEach(whisper::add);
            whisper.add("suppress", FolderConversion.GSON.toJsonTree(sizes.suppress()));
            whisper.add("suppress_at_begin", FolderConversion.GSON.toJsonTree(sizes.suppressAtBegin()));
            whisper.add("alignment_heads", FolderConversion.GSON.toJsonTree(sizes.alignmentHeads()));
            json.add("whisper", whisper);
        }

        @Override
        public Licences.Licence licence() {
            return new Licences.Licence("speech recognition", Licences.stated(folder()).orElse("unknown"), "Whisper by OpenAI, or a fine-tune of it");
        }
    }
}
