package studio.parley.convert.csm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.golden.Golden;

/** Frequencies to the last bit but one, cosines and sines to 1e-6, for every kind of scaling the family uses. */
class RopeTableTest {
    @Test
    void tablesAreTransformers() {
        var golden = Golden.load("rope");
        for (var c : golden.list("cases")) {
            var name = c.get("name").getAsString();
            int headDim = c.get("head_dim").getAsInt();
            var frequencies = RopeTable.frequencies(config(c.getAsJsonObject("rope")), headDim);
            var expected = golden.floats(c.get("inv_freq"));
            for (int i = 0; i < expected.length; i++) assertEquals(expected[i], frequencies[i], Math.ulp(expected[i]), name + " frequency " + i);
            check(golden, c, RopeTable.table(frequencies, 2048, headDim / 2, false), "cos");
            check(golden, c, RopeTable.table(frequencies, 2048, headDim / 2, true), "sin");
        }
    }

    private static void check(Golden golden, JsonObject c, float[] table, String which) {
        var positions = Golden.ints(c.get("positions"));
        var expected = golden.floats(c.get(which));
        int width = c.get("head_dim").getAsInt() / 2;
        for (int p = 0; p < positions.length; p++) {
            if (positions[p] >= 2048) continue;
            // One unit in the last place of a frequency, times the position, is what an angle may differ by.
            float tolerance = 1e-6f + positions[p] * Math.ulp(1f);
            for (int i = 0; i < width; i++) {
                assertEquals(expected[p * width + i], table[positions[p] * width + i], tolerance, c.get("name") + " " + which + " " + positions[p]);
            }
        }
    }

    private static RopeConfig config(JsonObject rope) {
        double theta = rope.get("rope_theta").getAsDouble();
        if (!rope.has("factor")) return RopeConfig.plain(theta);
        return new RopeConfig(theta, new RopeConfig.Llama3(rope.get("factor").getAsDouble(), rope.get("low_freq_factor").getAsDouble(),
                rope.get("high_freq_factor").getAsDouble(), rope.get("original_max_position_embeddings").getAsDouble()));
    }
}
