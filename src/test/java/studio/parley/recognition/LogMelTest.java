package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.parley.golden.Golden;

/** Spectrograms are those of transformers (onnx-export/reference/logmel.py). */
class LogMelTest {
    private static final int COLUMNS = 3000;
    private final Golden golden = Golden.load("log-mel");

    @Test
    void isTransformersSpectrogram() {
        int[] columns = Golden.ints(golden.json().get("columns"));
        for (var one : golden.list("cases")) {
            int bands = one.get("bands").getAsInt();
            var audio = TinyWhisper.signal(one.get("signal").getAsString());
            var mel = FloatBuffer.allocate(bands * COLUMNS);
            new LogMel(bands, COLUMNS).write(audio, 0, audio.length, mel);
            var wanted = golden.floats(one.get("mel"));
            for (int band = 0; band < bands; band++) for (int i = 0; i < columns.length; i++) {
                assertEquals(wanted[band * columns.length + i], mel.get(band * COLUMNS + columns[i]), 1e-4f, one.get("signal") + " band " + band + " column " + columns[i]);
            }
        }
    }

    @Test
    void aWindowSeesNothingOutsideItself() {
        var alone = TinyWhisper.signal("sweep");
        var amid = new float[alone.length + 2000];
        Arrays.fill(amid, 0.5f);
        System.arraycopy(alone, 0, amid, 1000, alone.length);
        var one = FloatBuffer.allocate(80 * COLUMNS);
        var other = FloatBuffer.allocate(80 * COLUMNS);
        var mel = new LogMel(80, COLUMNS);
        mel.write(alone, 0, alone.length, one);
        mel.write(amid, 1000, 1000 + alone.length, other);
        assertEquals(one, other);
    }
}
