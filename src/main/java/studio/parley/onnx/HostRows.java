package studio.parley.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Rows in host memory. */
final class HostRows extends RowBuffer {
    private final Tensor tensor;

    HostRows(ElementType type, int rows, long... shape) {
        this.tensor = Tensor.zeros(type, DeviceRows.prepend(rows, shape));
    }

    @Override
    void input(Binding binding, String name, int first, int count) {
        binding.input(name, tensor.rows(first, count));
    }

    @Override
    void output(Binding binding, String name, int first, int count) {
        binding.output(name, tensor.rows(first, count));
    }

    @Override
    public void copy(int from, int to) {
        if (from != to) row(to).copyFrom(row(from));
    }

    @Override
    public void swap(int a, int b) {
        if (a == b) return;
        try (var arena = Arena.ofConfined()) {
            var spare = arena.allocate(row(a).byteSize());
            spare.copyFrom(row(a));
            row(a).copyFrom(row(b));
            row(b).copyFrom(spare);
        }
    }

    private MemorySegment row(int row) {
        return tensor.rows(row, 1).memory();
    }

    @Override
    public void close() {
        tensor.close();
    }
}
