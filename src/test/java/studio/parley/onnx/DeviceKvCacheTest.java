package studio.parley.onnx;

/** The same, through the C interface on the processor's allocator. */
class DeviceKvCacheTest extends KvCacheTest {
    @Override
    RowBuffer.Place place() {
        return RowBuffer.Place.DEVICE;
    }
}
