package studio.parley.recognition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.parley.modelfolder.Licence;
import studio.parley.modelfolder.ListedFile;
import studio.parley.modelfolder.ModelJsonReader;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;

/**
 * The content of a recogniser's {@code recogniser.json} (docs/recogniser-folder.md).
 *
 * @param audioPositions of a window; each is 20 ms
 * @param textPositions most tokens of a window, prompt included
 * @param layers of the decoder, like heads and headSize
 * @param suppress ids that are never chosen; {@code suppressAtBegin}: not as the first one
 * @param alignmentHeads {layer, head}
 * @param encoder file name, like decoder
 */
public record WhisperInfo(String name, String identity, String precision, int melBins, int audioPositions, int textPositions, int layers, int heads,
        int headSize, int vocabulary, SpecialTokens tokens, List<Integer> suppress, List<Integer> suppressAtBegin, List<int[]> alignmentHeads,
        String encoder, String decoder, List<Licence> licences, List<ListedFile> files) {
    /** Seconds of a position, and of a step between timestamps. */
    static final double STEP = 0.02;
    /** Samples of a position. */
    static final int STRIDE = 2 * RecogniserContract.HOP;

    /** Whether a folder holds a recogniser, whatever its state. */
    public static boolean is(Path folder) {
        var file = folder.resolve(RecogniserContract.MODEL_JSON);
        if (!Files.isRegularFile(file)) return false;
        try {
            return RecogniserContract.KIND.equals(ModelJsonReader.read(file).words("kind"));
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** Reads {@code recogniser.json} in {@code folder}. */
    public static WhisperInfo read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.model(folder + " is not a folder of a recogniser. Create one from a Whisper checkpoint with 'parley convert CHECKPOINT -o FOLDER'.");
        }
        var file = folder.resolve(RecogniserContract.MODEL_JSON);
        var json = ModelJsonReader.read(file);
        if (!RecogniserContract.KIND.equals(json.words("kind"))) {
            throw Problem.model(folder + " holds a model that does not recognise speech. Use a folder made from a Whisper checkpoint with 'parley convert'.");
        }
        if (json.integer("format", 1, Integer.MAX_VALUE) > RecogniserContract.FORMAT) {
            throw Problem.model(file + " was written by a newer version of Parley (" + json.text("parley", "unknown version")
                    + "). Install that version, or convert the checkpoint again with this one.");
        }
        var info = of(json, json.object("whisper"), json.object("graphs"));
        info.requireMemory(file);
        return info;
    }

    private static WhisperInfo of(ModelJsonReader json, ModelJsonReader whisper, ModelJsonReader graphs) {
        int vocabulary = whisper.integer("vocabulary", 2, 1 << 24);
        int layers = whisper.integer("layers", 1, 1024);
        int heads = whisper.integer("heads", 1, 1024);
        var alignment = whisper.table("alignment_heads", 2, 0, 1023);
        if (alignment.isEmpty() || alignment.stream().anyMatch(a -> a[0] >= layers || a[1] >= heads)) {
            throw whisper.wrong("alignment_heads", "names no heads of the model");
        }
        return new WhisperInfo(json.text("name"), json.text("identity"), json.text("precision"), whisper.integer("mel_bins", 1, 1024),
                whisper.integer("audio_positions", 1, 1 << 16), whisper.integer("text_positions", 8, 1 << 16), layers, heads,
                whisper.integer("head_size", 1, 1 << 14), vocabulary, SpecialTokens.read(whisper, vocabulary),
                whisper.integers("suppress", 0, vocabulary - 1), whisper.integers("suppress_at_begin", 0, vocabulary - 1), alignment,
                graphs.fileName(RecogniserContract.ENCODER), graphs.fileName(RecogniserContract.DECODER), json.licences(), json.files());
    }

    /** Every size may be valid, but not their product. */
    private void requireMemory(Path file) {
        double cache = 2.0 * layers * heads * headSize * (audioPositions + 2.0 * textPositions);
        double bytes = Float.BYTES * (cache + (double) melBins * 2 * audioPositions + (double) vocabulary * heads * headSize / 4);
        if (bytes <= OrtRuntime.memory()) return;
        throw Problem.model(String.format(Locale.ROOT, "%s describes a model that needs %.0f GB of memory, and this machine has %.0f GB. Use a smaller model.",
                file, bytes / 1e9, OrtRuntime.memory() / 1e9));
    }

    /** Columns of a window's spectrogram. */
    int columns() {
        return 2 * audioPositions;
    }

    /** 16 kHz samples of a window. */
    int windowSamples() {
        return audioPositions * STRIDE;
    }

    public boolean isMultilingual() {
        return !tokens.languages().isEmpty();
    }

    /** Size of all files of the folder. */
    public long bytes() {
        return files.stream().mapToLong(ListedFile::bytes).sum();
    }
}
