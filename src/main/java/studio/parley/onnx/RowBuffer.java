package studio.parley.onnx;

/**
 * Rows of numbers that one run of a graph leaves for the next one: in host memory, or in the memory of the device on which the graph runs,
 * where they stay. All zeros at first. Not thread-safe; to be closed before its graph.
 */
public abstract sealed class RowBuffer implements AutoCloseable permits HostRows, DeviceRows {
    /** Where the numbers are. */
    public enum Place {
        /** Host memory. */
        HOST,
        /** The memory of the device on which the graph runs: nothing is transferred. */
        DEVICE;

        /** Next to the networks of a device. */
        public static Place of(Device device) {
            return device == Device.CUDA ? DEVICE : HOST;
        }
    }

    RowBuffer() {}

    /** {@code rows} of {@code shape} each. */
    public static RowBuffer of(Graph graph, Place place, ElementType type, int rows, long... shape) {
        return switch (place) {
            case HOST -> new HostRows(type, rows, shape);
            case DEVICE -> new DeviceRows(graph, type, rows, shape);
        };
    }

    abstract void input(Binding binding, String name, int first, int count);

    abstract void output(Binding binding, String name, int first, int count);

    /** Makes row {@code to} equal row {@code from}. */
    public abstract void copy(int from, int to);

    /** Exchanges two rows. */
    public abstract void swap(int a, int b);

    @Override
    public abstract void close();
}
