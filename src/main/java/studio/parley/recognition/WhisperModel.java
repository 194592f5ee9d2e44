package studio.parley.recognition;

import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import java.util.Arrays;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.problem.Problem;
import studio.parley.tokenizer.Tokenizer;

/**
 * An open recogniser folder: tokenizer, encoder, decoder. Immutable and thread-safe; any number of {@link Transcriber}s may use it at once.
 * Closing it frees the networks; nobody may use it then.
 */
public final class WhisperModel implements AutoCloseable {
    private final Path folder;
    private final WhisperInfo info;
    private final Tokenizer tokenizer;
    private final Graph encoder;
    private final Graph decoder;

    private WhisperModel(Path folder, WhisperInfo info, Tokenizer tokenizer, Graph encoder, Graph decoder) {
        this.folder = folder;
        this.info = info;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** @throws Problem that names the file, if the folder is damaged, of another kind, or does not fit this version */
    public static WhisperModel open(Path folder, OrtRuntime runtime) {
        var info = WhisperInfo.read(folder);
        var tokenizer = Tokenizer.open(folder.resolve(RecogniserContract.TOKENIZER_JSON), info.tokens().start(), info.tokens().end());
        Graph encoder = null;
        Graph decoder = null;
        try {
            encoder = runtime.load(folder.resolve(info.encoder()), encoderSignature(info), false);
            decoder = runtime.load(folder.resolve(info.decoder()), decoderSignature(info));
            check(info, encoder, decoder);
            return new WhisperModel(folder, info, tokenizer, encoder, decoder);
        } catch (RuntimeException | Error e) {
            tokenizer.close();
            if (encoder != null) encoder.close();
            if (decoder != null) decoder.close();
            throw e;
        }
    }

    private static Signature encoderSignature(WhisperInfo info) {
        var signature = new Signature().input(RecogniserContract.MEL, FLOAT, 3);
        for (int i = 0; i < info.layers(); i++) signature.output(RecogniserContract.CROSS_KEY + i, FLOAT, 4).output(RecogniserContract.CROSS_VALUE + i, FLOAT, 4);
        return signature;
    }

    private static Signature decoderSignature(WhisperInfo info) {
        var signature = new Signature().input(RecogniserContract.TOKENS, INT64, 2).input(RecogniserContract.POSITION, INT64, 1)
                .output(RecogniserContract.LOGITS, FLOAT, 3).output(RecogniserContract.ATTENTION, FLOAT, 3);
        for (int i = 0; i < info.layers(); i++) {
            signature.input(RecogniserContract.CROSS_KEY + i, FLOAT, 4).input(RecogniserContract.CROSS_VALUE + i, FLOAT, 4)
                    .input(RecogniserContract.PAST_KEY + i, FLOAT, 4).input(RecogniserContract.PAST_VALUE + i, FLOAT, 4)
                    .output(RecogniserContract.PRESENT_KEY + i, FLOAT, 4).output(RecogniserContract.PRESENT_VALUE + i, FLOAT, 4);
        }
        return signature;
    }

    /** Sizes of recogniser.json against those of the graphs, where a graph states them. */
    private static void check(WhisperInfo info, Graph encoder, Graph decoder) {
        check(encoder, RecogniserContract.MEL, 1, info.melBins(), info.columns());
        for (int i = 0; i < info.layers(); i++) {
            check(encoder, RecogniserContract.CROSS_KEY + i, 1, info.heads(), info.audioPositions(), info.headSize());
            check(encoder, RecogniserContract.CROSS_VALUE + i, 1, info.heads(), info.audioPositions(), info.headSize());
            check(decoder, RecogniserContract.PAST_KEY + i, 1, info.heads(), -1, info.headSize());
        }
        check(decoder, RecogniserContract.LOGITS, 1, -1, info.vocabulary());
        check(decoder, RecogniserContract.ATTENTION, info.alignmentHeads().size(), -1, info.audioPositions());
    }

    private static void check(Graph graph, String name, long... wanted) {
        var is = graph.shape(name);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] >= 0 && is[i] >= 0 && wanted[i] != is[i]) throw Problem.model(graph.file(), "does not fit its recogniser.json (\"" + name + "\" is "
                    + Arrays.toString(is) + ", not " + Arrays.toString(wanted) + ")");
        }
    }

    public Path folder() {
        return folder;
    }

    public WhisperInfo info() {
        return info;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Graph encoder() {
        return encoder;
    }

    Graph decoder() {
        return decoder;
    }

    @Override
    public void close() {
        tokenizer.close();
        encoder.close();
        decoder.close();
    }
}
