package studio.parley.convert.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import studio.parley.convert.safetensors.Dtype;
import studio.parley.golden.JsonMutations;
import studio.parley.problem.Problem;

/** The JSON files around the weights, mutated: the checkpoint opens or there is a Problem; nothing else, and soon. */
class ConfigFuzzTest {
    private static final String[] VALUES = {"null", "-1", "0", "1e9", "1e308", "\"x\"", "[]", "{}", "true", "99999999999999999999", "0.5",
            "2147483648", "[1,2]"};
    private static Path folder;

    @BeforeContainer
    static void write() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        new TinyModel(TinyModel.config(6), 6).transformers(folder, Dtype.F32);
        Files.writeString(folder.resolve("generation_config.json"), """
                {"temperature":0.9,"top_k":50,"do_sample":true,"depth_decoder_temperature":0.8,"max_new_tokens":125}""");
        Files.writeString(folder.resolve("special_tokens_map.json"), """
                {"bos_token":{"content":"<|begin_of_text|>"},"eos_token":"<|end_of_text|>"}""");
        for (var name : names()) Files.copy(folder.resolve(name), folder.resolve(name + ".whole"));
    }

    @AfterContainer
    static void clear() throws IOException {
        try (var list = Files.list(folder)) {
            for (var f : list.toList()) Files.delete(f);
        }
        Files.delete(folder);
    }

    private static String[] names() {
        return new String[] {"config.json", "generation_config.json", "tokenizer.json", "special_tokens_map.json"};
    }

    @Property(tries = 600)
    void anyMutationOpensOrIsAProblem(@ForAll long seed, @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(min = 1, max = 3) int changes) throws IOException {
        var name = names()[which];
        var random = new Random(seed);
        var text = Files.readString(folder.resolve(name + ".whole"));
        if (random.nextBoolean()) text = JsonMutations.of(text, random, changes);
        else for (int i = 0; i < changes; i++) text = mutated(text, random);
        Files.writeString(folder.resolve(name), text);
        try (var c = Checkpoint.open(folder, null, null, null)) {
            c.generation();
        } catch (Problem expected) {
            var sentence = String.valueOf(expected.getMessage());
            if (sentence.length() > 2000 || !sentence.endsWith(".")) throw new AssertionError("no sentence: " + sentence);
        } finally {
            Files.copy(folder.resolve(name + ".whole"), folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Another value for some key, or a change of bytes. */
    private static String mutated(String text, Random random) {
        if (text.isEmpty()) return text;
        int at = random.nextInt(text.length());
        int colon = text.indexOf(':', at);
        if (random.nextInt(4) > 0 && colon > 0) {
            int end = colon + 1;
            while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) end++;
            return text.substring(0, colon + 1) + VALUES[random.nextInt(VALUES.length)] + text.substring(end);
        }
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + "{}[],:\"0-e".charAt(random.nextInt(10)) + text.substring(at);
        };
    }
}
