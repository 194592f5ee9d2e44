package studio.parley.convert.mimi;

import java.nio.file.Path;
import java.util.List;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.StateShape;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.Weights;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelContract;

/** Mimi's two graphs over one weight file; the language model's number of codebooks may be smaller than Mimi's. */
public final class MimiGraphs {
    private MimiGraphs() {}

    /** Saves both graphs and declares their tensors ({@code compact}: in 8 bits); returns the decoder's states, in order. */
    public static List<StateShape> save(Weights weights, MimiConfig sizes, int codebooks, boolean compact, WeightFile file, Path folder,
            DebugOutputs exposure) {
        check(sizes, codebooks);
        var codec = new MimiGraphContext(weights, sizes, file, compact);
        new MimiEncoderGraph(codec, codebooks).build(exposure.latent()).save(folder.resolve(ModelContract.MIMI_ENCODER_FILE));
        var decoder = new MimiDecoderGraph(codec, codebooks);
        decoder.build().save(folder.resolve(ModelContract.MIMI_DECODER_FILE));
        return decoder.states();
    }

    private static void check(MimiConfig sizes, int codebooks) {
        if (codebooks > sizes.numQuantizers()) {
            throw Problem.model("The model uses " + codebooks + " codebooks but its codec has " + sizes.numQuantizers()
                    + ". Pass the matching codec with --mimi.");
        }
        if (sizes.heads() != sizes.kvHeads()) throw Problem.model("The codec has fewer key heads than attention heads, which Parley cannot convert. Use another codec.");
        if (sizes.trimRightRatio() != 1) throw Problem.model("The codec trims its output on the left (trim_right_ratio), which Parley cannot convert. Use another codec.");
    }
}
