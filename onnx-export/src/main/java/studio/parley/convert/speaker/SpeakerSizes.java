package studio.parley.convert.speaker;

import java.util.Arrays;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.problem.Problem;

/** Sizes of a speaker encoder, which follow from its tensors: LSTM layers of so many cells, then a linear layer. */
public record SpeakerSizes(int melBands, int layers, int cells, int embedding) {
    /** PyTorch stacks the four gates. */
    static final int GATES = 4;
    /** Columns of a window, as the published encoder was trained: 1.6 s. */
    public static final int COLUMNS = 160;

    /** @throws Problem if the tensors do not fit each other */
    static SpeakerSizes of(TensorSet weights) {
        int layers = 0;
        while (weights.has("lstm.weight_ih_l" + layers)) layers++;
        long cells = weights.matrix("lstm.weight_hh_l0")[1];
        long bands = weights.matrix("lstm.weight_ih_l0")[1];
        long embedding = weights.matrix("linear.weight")[0];
        for (int i = 0; i < layers; i++) {
            require(weights, "lstm.weight_ih_l" + i, GATES * cells, i == 0 ? bands : cells);
            require(weights, "lstm.weight_hh_l" + i, GATES * cells, cells);
            require(weights, "lstm.bias_ih_l" + i, GATES * cells);
            require(weights, "lstm.bias_hh_l" + i, GATES * cells);
        }
        require(weights, "linear.weight", embedding, cells);
        require(weights, "linear.bias", embedding);
        return new SpeakerSizes(Math.toIntExact(bands), layers, Math.toIntExact(cells), Math.toIntExact(embedding));
    }

    private static void require(TensorSet weights, String name, long... shape) {
        var is = weights.shape(name);
        if (Arrays.equals(is, shape)) return;
        throw Problem.model(weights.path() + ": tensor " + name + " is " + Arrays.toString(is) + ", but the others need " + Arrays.toString(shape)
                + ". Use a complete checkpoint.");
    }
}
