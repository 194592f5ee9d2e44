package studio.parley.convert.checkpoint;

import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.safetensors.Entry;
import studio.parley.convert.safetensors.TensorFile;

/** A tensor as stored in its file. */
record MappedTensor(TensorFile file, Entry entry) implements WeightTensor {
    @Override
    public long[] shape() {
        return entry.shape();
    }

    @Override
    public void read(long from, float[] into, int offset, int count) {
        file.read(entry, from, into, offset, count);
    }

    @Override
    public String where() {
        return file.path() + ": tensor " + entry.name();
    }
}
