package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.argMax;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.gather;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;
import static studio.parley.convert.graph.OnnxOps.sum;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.ExternalTensor;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.matrix.Stacked;
import studio.parley.convert.weights.Weights;

/**
 * Mimi's split residual quantiser: the semantic codebooks and the acoustic ones start from the same latent, each group through its own
 * projection and codebook after codebook on the residual.
 */
record Quantizer(MimiGraphContext codec, int codebooks) {
    private static final String SEMANTIC = "quantizer.semantic_residual_vector_quantizer";
    private static final String ACOUSTIC = "quantizer.acoustic_residual_vector_quantizer";

    /** Codes int64 [B,K,T] to latents [B,T,hidden]. */
    ValueRef decode(GraphBuilder b, ValueRef codes) {
        int size = codec.sizes().codebookSize();
        var offsets = b.longs(IntStream.range(0, codebooks).mapToLong(k -> (long) k * size).toArray());
        var rows = add(b, codes, unsqueeze(b, offsets, 1));
        var vectors = gather(b, b.stored(table()), rows, 0);
        int split = codec.sizes().numSemanticQuantizers();
        var semantic = project(b, SEMANTIC, "output_proj", sum(b, slice(b, vectors, 1, 0, split), 1, false));
        if (codebooks <= split) return semantic;
        var acoustic = project(b, ACOUSTIC, "output_proj", sum(b, slice(b, vectors, 1, split, codebooks), 1, false));
        return add(b, semantic, acoustic);
    }

    /** Latents [T,hidden] to codes int64 [1,K,T]. */
    ValueRef encode(GraphBuilder b, ValueRef latents) {
        int split = codec.sizes().numSemanticQuantizers();
        var codes = new ArrayList<ValueRef>();
        group(b.at("semantic"), project(b.at("semantic"), SEMANTIC, "input_proj", latents), 0, Math.min(split, codebooks), codes);
        if (codebooks > split) group(b.at("acoustic"), project(b.at("acoustic"), ACOUSTIC, "input_proj", latents), split, codebooks, codes);
        return concat(b, 1, codes.toArray(ValueRef[]::new));
    }

    /** The nearest vector has the largest {@code x·e - |e|²/2}; the first, if several are equal. */
    private void group(GraphBuilder b, ValueRef rest, int from, int to, List<ValueRef> codes) {
        int size = codec.sizes().codebookSize();
        for (int k = from; k < to; k++) {
            var here = b.at("codebook." + k);
            var vectors = here.stored(table().rows((long) k * size, (long) (k + 1) * size));
            var book = codebook(k);
            var norms = here.stored(Payloads.values(codec.file(), "/mimi/codebooks." + k + "/half_norms", book::halfNorms, DType.FLOAT, size));
            var code = argMax(here, here.node(Operator.Gemm, List.of(rest, vectors, norms), Attributes.of("transB", 1L)));
            codes.add(unsqueeze(here, code, 0, 1));
            if (k + 1 < to) rest = sub(here, rest, gather(here, vectors, code, 0));
        }
    }

    private ValueRef project(GraphBuilder b, String group, String which, ValueRef x) {
        var name = group + "." + which + ".weight";
        return codec.has(name) ? codec.linear(b.at(which), name, x) : x;
    }

    /** All codebooks, stacked. */
    private ExternalTensor table() {
        var books = IntStream.range(0, codebooks).mapToObj(this::codebook).map(Matrix.class::cast).toList();
        return Payloads.matrix(codec.file(), "/mimi/codebooks", new Stacked(books), DType.FLOAT);
    }

    private Codebook codebook(int number) {
        int split = codec.sizes().numSemanticQuantizers();
        var name = number < split ? SEMANTIC + ".layers." + number : ACOUSTIC + ".layers." + (number - split);
        return new Codebook(codec.weights(), MimiGraphContext.PREFIX + name + ".codebook", codec.sizes().codebookSize(), codec.sizes().codebookDim());
    }

    /** The vectors of one codebook: {@code embed_sum / max(cluster_usage, 1e-5)} in float32, as in transformers. */
    private record Codebook(Weights weights, String name, int rows, int columns) implements Matrix {
        private static final float LEAST_USAGE = 1e-5f;

        @Override
        public void read(int row, int rowCount, int column, int columnCount, float[] into) {
            if (column != 0 || columnCount != columns) throw new IllegalArgumentException("whole rows only");
            weights.read(name + ".embed_sum", (long) row * columns, into, 0, rowCount * columns);
            var usage = new float[rowCount];
            weights.read(name + ".cluster_usage", row, usage, 0, rowCount);
            for (int i = 0; i < rowCount * columns; i++) into[i] /= Math.max(usage[i / columns], LEAST_USAGE);
        }

        /** {@code -|e|²/2} of every vector. */
        float[] halfNorms() {
            var vectors = new float[rows * columns];
            read(0, rows, 0, columns, vectors);
            var norms = new float[rows];
            for (int r = 0; r < rows; r++) {
                double sum = 0;
                for (int c = 0; c < columns; c++) sum += (double) vectors[r * columns + c] * vectors[r * columns + c];
                norms[r] = (float) (-sum / 2);
            }
            return norms;
        }
    }
}
