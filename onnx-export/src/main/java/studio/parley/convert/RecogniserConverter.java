package studio.parley.convert;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.folder.StagingFolder;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.whisper.WhisperCheckpoint;
import studio.parley.convert.whisper.WhisperConfig;
import studio.parley.convert.whisper.WhisperGraphs;
import studio.parley.convert.whisper.WhisperTokens;
import studio.parley.io.IoProblem;
import studio.parley.io.ProgramVersion;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;
import studio.parley.recognition.RecogniserContract;

/**
 * Converts a Whisper checkpoint to a folder of the recogniser (docs/recogniser-folder.md), which appears complete or not at all.
 */
public final class RecogniserConverter {
    /** The records have the names of model.json, but for letter case. */
    private static final Gson GSON = new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).create();

    /**
     * What to convert, and how.
     *
     * @param precision FP32, FP16 or INT8
     * @param force replace {@code output} if it is a model folder
     */
    public record Request(Path checkpoint, Path output, Precision precision, boolean force) {}

    private record Source(String layout) {}

    private RecogniserConverter() {}

    /** Whether a folder holds a Whisper checkpoint, whatever its state. */
    public static boolean isWhisper(Path checkpoint) {
        return WhisperCheckpoint.is(checkpoint);
    }

    /** Converts on the calling thread, which may be interrupted to cancel. Throws {@link Problem} with a sentence about what is wrong. */
    public static void convert(Request request, ConversionListener listener) {
        if (request.precision() == Precision.INT4 || request.precision() == Precision.COMPACT) {
            throw Problem.input("A Whisper model cannot be converted to " + request.precision().label() + ". Use --precision int8, fp16 or fp32.");
        }
        var meter = new ConversionMeter(listener);
        meter.stage(Stage.READING, request.checkpoint().toString());
        try (var checkpoint = WhisperCheckpoint.open(request.checkpoint()); var unfinished = StagingFolder.begin(request.output(), request.force(), RecogniserContract.MODEL_JSON);
                var sources = SourceHashes.start(checkpoint.sources())) {
            var folder = unfinished.folder();
            meter.stage(Stage.WRITING, folder.toString());
            var space = new SpaceCheck(folder);
            var names = new TreeSet<>(WhisperGraphs.write(checkpoint, request.precision(), folder, (tensor, done, total) -> {
                space.require(done, total);
                meter.wrote(tensor, done, total);
            }));
            write(folder.resolve(RecogniserContract.TOKENIZER_JSON), read(checkpoint.tokenizer()));
            names.add(RecogniserContract.TOKENIZER_JSON);
            names.addAll(Licences.copyTexts(checkpoint.folder(), folder));
            meter.stage(Stage.HASHING, folder.toString());
            var files = names.stream().map(n -> Fingerprint.of(folder.resolve(n), bytes -> meter.hashed(n, bytes))).toList();
            write(folder.resolve(RecogniserContract.MODEL_JSON), json(request, checkpoint, sources.get(), files));
            ConversionMeter.stopIfCancelled();
            unfinished.finish();
            meter.stage(Stage.DONE, request.output().toString());
        }
    }

    private static String json(Request request, WhisperCheckpoint checkpoint, List<Fingerprint> sources, List<Fingerprint> files) {
        var json = new JsonObject();
        json.addProperty("format", RecogniserContract.FORMAT);
        json.addProperty("kind", RecogniserContract.KIND);
        json.addProperty("parley", ProgramVersion.text());
        json.addProperty("name", request.checkpoint().toAbsolutePath().normalize().getFileName().toString());
        json.addProperty("identity", Fingerprint.identity(files));
        json.addProperty("precision", request.precision().label());
        json.add("whisper", whisper(checkpoint.sizes(), checkpoint.tokens()));
        json.add("graphs", GSON.toJsonTree(Map.of(RecogniserContract.ENCODER, RecogniserContract.ENCODER_FILE, RecogniserContract.DECODER, RecogniserContract.DECODER_FILE)));
        json.add("source", GSON.toJsonTree(new Source(checkpoint.layout())));
        json.add("sources", GSON.toJsonTree(sources));
        json.add("licences", GSON.toJsonTree(List.of(new Licences.Licence("speech recognition", Licences.stated(checkpoint.folder()).orElse("unknown"),
                "Whisper by OpenAI, or a fine-tune of it"))));
        json.add("files", GSON.toJsonTree(files));
        return StrictJson.pretty(json);
    }

    private static JsonObject whisper(WhisperConfig sizes, WhisperTokens tokens) {
        var json = new JsonObject();
        json.addProperty("mel_bins", sizes.melBins());
        json.addProperty("columns", sizes.columns());
        json.addProperty("audio_positions", sizes.audioPositions());
        json.addProperty("text_positions", sizes.textPositions());
        json.addProperty("layers", sizes.decoderLayers());
        json.addProperty("heads", sizes.decoderHeads());
        json.addProperty("head_size", sizes.headSize());
        json.addProperty("vocabulary", sizes.vocabulary());
        GSON.toJsonTree(tokens).getAsJsonObject().asMap().forEach(json::add);
        json.add("suppress", GSON.toJsonTree(sizes.suppress()));
        json.add("suppress_at_begin", GSON.toJsonTree(sizes.suppressAtBegin()));
        json.add("alignment_heads", GSON.toJsonTree(sizes.alignmentHeads()));
        return json;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }
}
