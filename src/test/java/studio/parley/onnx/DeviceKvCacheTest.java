package studio.parley.onnx;

/** The same, through the C interface on the processor's allocator. */
class DeviceKvCacheTest extends KvCacheTest {
    @Override
    KvCache.Place place() {
        return KvCache.Place.DEVICE;
    }
}
