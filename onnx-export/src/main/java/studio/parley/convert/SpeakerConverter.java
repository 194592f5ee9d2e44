package studio.parley.convert;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.speaker.SpeakerCheckpoint;
import studio.parley.convert.speaker.SpeakerGraph;
import studio.parley.convert.speaker.SpeakerSizes;
import studio.parley.convert.weights.Precision;
import studio.parley.problem.Problem;
import studio.parley.speaker.SpeakerContract;

/**
 * Converts a checkpoint of Resemblyzer's speaker encoder to a folder (docs/speaker-folder.md), which appears complete or not at all.
 */
public final class SpeakerConverter {
    private SpeakerConverter() {}

    /** Whether a folder or file holds a speaker encoder, whatever its state. */
    public static boolean isSpeakerEncoder(Path checkpoint) {
        return SpeakerCheckpoint.is(checkpoint);
    }

    /** Converts to FP32 or FP16 on the calling thread, which may be interrupted to cancel. Throws {@link Problem} with a sentence about what is wrong. */
    public static void convert(NetworkRequest request, ConversionListener listener) {
        if (request.precision() != Precision.FP16 && request.precision() != Precision.FP32) {
            throw Problem.input("A speaker encoder cannot be converted to " + request.precision().label() + ". Use --precision fp16 or fp32.");
        }
        var meter = new ConversionMeter(listener);
        meter.stage(Stage.READING, request.checkpoint().toString());
        try (var checkpoint = SpeakerCheckpoint.open(request.checkpoint())) {
            new FolderConversion(SpeakerContract.MODEL_JSON, SpeakerContract.KIND, SpeakerContract.FORMAT, new Encoder(checkpoint, request.precision()),
                    Map.of(SpeakerContract.ENCODER, SpeakerContract.GRAPH_FILE)).run(request, meter);
        }
    }

    private record Encoder(SpeakerCheckpoint checkpoint, Precision precision) implements FolderConversion.Source {
        @Override
        public Path folder() {
            return checkpoint.folder();
        }

        @Override
        public String layout() {
            return "resemblyzer";
        }

        @Override
        public List<Path> files() {
            return checkpoint.open().files();
        }

        @Override
        public Collection<String> write(Path into, Progress progress) {
            return SpeakerGraph.write(checkpoint, precision, into, progress);
        }

        @Override
        public void describe(JsonObject json) {
            var speaker = new JsonObject();
            speaker.addProperty("mel_bands", checkpoint.sizes().melBands());
            speaker.addProperty("columns", SpeakerSizes.COLUMNS);
            speaker.addProperty("embedding", checkpoint.sizes().embedding());
            json.add("speaker", speaker);
        }

        @Override
        public Licences.Licence licence() {
            return new Licences.Licence("speaker encoder", Licences.stated(folder()).orElse("unknown"), "Resemblyzer by Resemble AI, or a fine-tune of it");
        }
    }
}
