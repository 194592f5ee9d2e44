package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;

/** Quantised matrices round differently for one position than for many: a carried cache must not make the model worse for it. */
class CarriedLikelihoodTest {
    @ParameterizedTest
    @EnumSource(names = {"INT8", "INT4"})
    void codesOfTheFullModelAreAsLikelyCarriedAsCold(Precision precision) {
        var full = TinyModels.open("tiny-a");
        var model = TinyModels.open("tiny-a", precision);
        var lines = Golden.load("lm-tiny-a").list("carried");
        var heard = new ArrayList<Turn>();
        double cold = 0;
        double carried = 0;
        int frames = 0;
        try (var long1 = model.session(1)) {
            for (var line : lines.subList(0, 4)) {
                var codes = GoldenLines.codes(full, line.get("codes"));
                var prompt = model.prompt().line(heard, line.get("speaker").getAsInt(), line.get("text").getAsString());
                carried += likelihood(long1, model, prompt, codes);
                try (var fresh = model.session(1)) {
                    cold += likelihood(fresh, model, prompt, codes);
                }
                frames += codes.frames();
                heard.add(Turn.spoken(line.get("speaker").getAsInt(), line.get("text").getAsString(), codes));
            }
        }
        assertTrue(Double.isFinite(cold) && cold < 0);
        assertEquals(cold / frames, carried / frames, 2e-3, "nats a frame");
    }

    /** Sum of log p(code 0) over the frames, each heard one at a time after the prompt. */
    private static double likelihood(Session session, SpeechModel model, Positions prompt, Codes codes) {
        var rows = session.memory();
        rows.feed(0, prompt, rows.held(0).commonPrefix(prompt));
        double sum = 0;
        for (int f = 0; f < codes.frames(); f++) {
            sum += logProbability(rows.logits(0), codes.at(f, 0));
            rows.step(0, 1, new int[][] {model.prompt().frame(codes.frame(f))});
        }
        return sum;
    }

    private static double logProbability(java.nio.FloatBuffer logits, int id) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.limit(); i++) top = Math.max(top, logits.get(i));
        double total = 0;
        for (int i = 0; i < logits.limit(); i++) total += Math.exp(logits.get(i) - top);
        return logits.get(id) - top - Math.log(total);
    }
}
