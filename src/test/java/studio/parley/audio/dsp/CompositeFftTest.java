package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeFftTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 12, 25, 60, 400})
    void isTheDefinition(int size) {
        var random = new Random(size);
        double[] re = random.doubles(size, -1, 1).toArray();
        double[] im = random.doubles(size, -1, 1).toArray();
        double[] gotRe = re.clone();
        double[] gotIm = im.clone();
        new CompositeFft(size).forward(gotRe, gotIm);
        for (int k = 0; k < size; k++) {
            double a = 0;
            double b = 0;
            for (int n = 0; n < size; n++) {
                double turn = -2 * Math.PI * ((long) k * n % size) / size;
                a += re[n] * Math.cos(turn) - im[n] * Math.sin(turn);
                b += re[n] * Math.sin(turn) + im[n] * Math.cos(turn);
            }
            assertEquals(a, gotRe[k], 1e-10);
            assertEquals(b, gotIm[k], 1e-10);
        }
    }
}
