package studio.parley.convert.checkpoint;

import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.weights.Weights;

/** The tensors of a checkpoint, all under transformers' names, for the builders of the networks. */
record CheckpointWeights(TensorSet tensors) implements Weights {
    @Override
    public boolean has(String name) {
        return tensors.has(name);
    }

    @Override
    public long[] shape(String name) {
        return tensors.get(name).shape();
    }

    @Override
    public void read(String name, long from, float[] into, int offset, int count) {
        tensors.get(name).read(from, into, offset, count);
    }
}
