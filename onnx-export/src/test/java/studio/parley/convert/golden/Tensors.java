package studio.parley.convert.golden;

import java.util.ArrayList;
import java.util.List;
import studio.parley.onnx.Tensor;

/** Tensors that are closed together. */
public final class Tensors implements AutoCloseable {
    private final List<Tensor> all = new ArrayList<>();

    public Tensor add(Tensor tensor) {
        all.add(tensor);
        return tensor;
    }

    public Tensor floats(long... shape) {
        return add(Tensor.floats(shape));
    }

    public Tensor longs(long... shape) {
        return add(Tensor.longs(shape));
    }

    public List<Tensor> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(Tensor::close);
    }
}
