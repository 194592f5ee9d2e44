package studio.parley.studio.model.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;

class PrecisionChoiceTest {
    private static final RopeConfig ROPE = new RopeConfig(500_000, null);
    /** CSM-1B. */
    private static final CsmConfig CSM = new CsmConfig(new StackConfig(16, 2048, 32, 8, 64, 8192, 1e-5, ROPE),
            new DepthConfig(new StackConfig(4, 1024, 8, 2, 128, 8192, 1e-5, ROPE), 2048), PublishedMimi.CONFIG, 128_256, 2051, 32);

    private static PrecisionChoice of(String device, double memory, double speed) {
        return PrecisionChoice.of(CSM, device, (long) memory, () -> speed);
    }

    @Test
    void memoryAndItsSpeedDecide() {
        assertEquals(Precision.INT8, of("auto", 32e9, 90e9).precision());
        var slow = of("auto", 32e9, 27e9);
        assertEquals(Precision.INT4, slow.precision());
        assertEquals("4 bits, because 8 bits need 75 GB/s for speech in real time, and this machine reads 27 GB/s", slow.reason());
        assertEquals("4 bits, because 8 bits need 3.7 GB of memory and this machine has 6.0 GB", of("auto", 6e9, 90e9).reason());
        assertEquals(Precision.FP16, of("cuda", 6e9, 0).precision());
        assertEquals(Precision.INT4, of("cpu", 32e9, 0).precision(), "what cannot be measured counts as slow");
    }

    @Test
    void theSpeedOfThisMachineIsMeasured() {
        double measured = MemorySpeed.measure();
        assertTrue(measured == 0 || measured > 1e8 && measured < 1e13, measured + "");
    }
}
