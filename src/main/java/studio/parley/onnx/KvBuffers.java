package studio.parley.onnx;

/** Where a {@link KvCache} keeps its buffers. The methods are those of the cache. */
sealed interface KvBuffers permits HostKvCache, DeviceKvCache {
    void bind(Binding binding, int first, int count);

    void copy(int from, int to, int positions);

    void swap(int a, int b, int positions);

    void close();
}
