package studio.parley.convert.golden;

import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.onnx.Graph;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;

/** Mimi's two graphs driven as plainly as can be. */
final class GoldenCodec implements AutoCloseable {
    private final GoldenModel model;
    private final Graph encoder;
    private final Graph decoder;
    /** Names of what goes from run to run: the input, the output, and the shape of a row. */
    private final Map<String, String> carried = new LinkedHashMap<>();

    GoldenCodec(GoldenModel model) {
        this.model = model;
        this.encoder = model.open(ModelContract.MIMI_ENCODER, new Signature().input(ModelContract.AUDIO, FLOAT, 3).output(ModelContract.CODES, INT64, 3)
                .output(ModelContract.LATENT, FLOAT, 3));
        for (int i = 0; i < model.written().mimiStates().size(); i++) carried.put(ModelContract.state(i), ModelContract.nextState(i));
        var signature = new Signature().input(ModelContract.CODES, INT64, 3).input(ModelContract.POSITION, INT64, 1).output(ModelContract.AUDIO, FLOAT, 3);
        carried.forEach((in, out) -> signature.input(in, FLOAT, 3).output(out, FLOAT, 3));
        for (int i = 0; i < model.config().mimi().layers(); i++) {
            for (var pair : List.of(List.of(ModelContract.pastKey(i), ModelContract.nextKey(i)), List.of(ModelContract.pastValue(i), ModelContract.nextValue(i)))) {
                carried.put(pair.getFirst(), pair.getLast());
                signature.input(pair.getFirst(), FLOAT, 4).output(pair.getLast(), FLOAT, 4);
            }
        }
        this.decoder = model.open(ModelContract.MIMI_DECODER, signature);
    }

    /** Codes [K][T] and latents [D,T]. */
    record Encoded(int[][] codes, float[] latent) {}

    Encoded encode(float[] audio) {
        int codebooks = model.config().codebooks();
        int frames = Math.ceilDiv(audio.length, model.config().mimi().samplesPerFrame());
        try (var in = new Tensors()) {
            var sound = in.floats(1, 1, audio.length);
            sound.floats().put(audio);
            var codes = in.longs(1, codebooks, frames);
            var latent = in.floats(1, model.config().mimi().hiddenSize(), frames);
            encoder.bind().input(ModelContract.AUDIO, sound).output(ModelContract.CODES, codes).output(ModelContract.LATENT, latent).run();
            var all = new int[codebooks][frames];
            for (int i = 0; i < codebooks * frames; i++) all[i / frames][i % frames] = (int) codes.longs().get(i);
            return new Encoded(all, LanguageModel.array(latent));
        }
    }

    /** Every stream [frames][K], all of one length, decoded together in runs of at most {@code step} frames. */
    float[][] decode(int[][][] streams, int step) {
        int rows = streams.length;
        int frames = streams[0].length;
        int samples = model.config().mimi().samplesPerFrame();
        var out = new float[rows][frames * samples];
        try (var tensors = new Tensors()) {
            var state = new LinkedHashMap<String, Tensor>();
            var next = new LinkedHashMap<String, Tensor>();
            carried.forEach((in, to) -> {
                var shape = decoder.shape(in);
                shape[0] = rows;
                state.put(in, tensors.floats(shape));
                next.put(in, tensors.floats(shape));
            });
            for (int from = 0; from < frames; from += step) {
                int count = Math.min(step, frames - from);
                run(streams, from, count, state, next, out);
                state.forEach((name, tensor) -> tensor.floats().put(next.get(name).floats()));
            }
        }
        return out;
    }

    private void run(int[][][] streams, int from, int count, Map<String, Tensor> state, Map<String, Tensor> next, float[][] out) {
        int rows = streams.length;
        int codebooks = model.config().codebooks();
        int samples = count * model.config().mimi().samplesPerFrame();
        try (var in = new Tensors()) {
            var codes = in.longs(rows, codebooks, count);
            var position = in.longs(rows);
            var audio = in.floats(rows, 1, samples);
            var values = new ArrayList<Long>();
            for (var stream : streams) for (int k = 0; k < codebooks; k++) for (int t = 0; t < count; t++) values.add((long) stream[from + t][k]);
            for (int i = 0; i < values.size(); i++) codes.longs().put(i, values.get(i));
            for (int r = 0; r < rows; r++) position.longs().put(r, from);
            var binding = decoder.bind().input(ModelContract.CODES, codes).input(ModelContract.POSITION, position).output(ModelContract.AUDIO, audio);
            carried.forEach((name, to) -> binding.input(name, state.get(name)).output(to, next.get(name)));
            binding.run();
            for (int r = 0; r < rows; r++) audio.floats().get(r * samples, out[r], from * (samples / count), samples);
        }
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}
