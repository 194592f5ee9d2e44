package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.golden.Golden;
import studio.parley.tokenizer.Tokenizer;

/** Token ids, pieces, prompts, draws and end rules as Python's libraries give them. */
class GoldenTextTest {
    private static final Tokenizer TINY = Tokenizer.open(Golden.folder("tiny-a", "tokenizer.json"));

    @Test
    void idsAndPiecesAreHuggingFaces() {
        for (var one : Golden.load("tokens").list("cases")) {
            var text = one.get("text").getAsString();
            assertArrayEquals(Golden.ints(one.get("ids")), TINY.ids(text), text);
            var pieces = TINY.tokens(text).pieces();
            assertEquals(List.of(Golden.strings(one.get("pieces"))), pieces.subList(1, pieces.size() - 1), text);
        }
    }

    @Test
    void promptsAreThoseOfTransformersProcessor() {
        var golden = Golden.load("prompts");
        for (var one : golden.list("cases")) {
            var ids = java.util.stream.IntStream.builder();
            for (var turn : one.getAsJsonArray("turns")) {
                var t = turn.getAsJsonObject();
                add(ids, t);
                for (int f = 0; f < t.get("frames").getAsInt(); f++) ids.add(golden.json().get("audio").getAsInt());
                ids.add(golden.json().get("audio_eos").getAsInt());
            }
            add(ids, one);
            assertArrayEquals(Golden.ints(one.get("ids")), ids.build().toArray(), one.get("name").getAsString());
        }
    }

    private static void add(java.util.stream.IntStream.Builder ids, JsonObject line) {
        Arrays.stream(TINY.segment(line.get("speaker").getAsInt(), line.get("text").getAsString())).forEach(ids::add);
    }

    @Test
    void drawsAreTheReferences() {
        var golden = Golden.load("sampling");
        for (var one : golden.list("cases")) {
            var logits = golden.floats(one.get("logits"));
            var masked = Golden.ints(one.get("masked"));
            var sound = masked.length == 0 ? logits.length : masked[0];
            assertEquals(logits.length - sound, masked.length, "masked ids are the last ones");
            var uniform = golden.floats(one.get("uniform"));
            var codes = Golden.ints(one.get("codes"));
            var temperature = one.get("temperature").getAsFloat();
            for (int i = 0; i < uniform.length; i++) {
                assertEquals(codes[i], Sampler.draw(logits.clone(), sound, temperature, one.get("top_k").getAsInt(), uniform[i]));
            }
            var last = Sampler.draw(logits.clone(), sound, temperature, one.get("top_k").getAsInt(), 0x1.fffffep-1f);
            assertEquals(true, Arrays.stream(Golden.ints(one.get("code_at_largest_uniform"))).anyMatch(c -> c == last));
            assertEquals(one.get("greedy").getAsInt(), Sampler.largest(logits));
        }
    }

    @Test
    void endsAreWhereBothReferencesEnd() {
        for (var one : Golden.load("sampling").list("stops")) {
            var frames = Golden.table(one.get("frames"));
            assertEquals(one.get("kept").getAsInt(), kept(frames, StopRule.ALL_ZERO), one.toString());
            assertEquals(one.get("transformers_decoded").getAsInt(), kept(frames, StopRule.TRANSFORMERS), one.toString());
        }
    }

    private static int kept(int[][] frames, StopRule rule) {
        for (int f = 0; f < frames.length; f++) if (rule.ends(frames[f])) return rule.keeps(frames[f]) ? f + 1 : f;
        return frames.length;
    }
}
