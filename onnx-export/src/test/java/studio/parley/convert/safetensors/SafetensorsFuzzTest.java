package studio.parley.convert.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.problem.Problem;

class SafetensorsFuzzTest {
    private static final byte[] WHOLE = whole();

    private static byte[] whole() {
        var tensors = new LinkedHashMap<String, Values>();
        tensors.put("a.weight", new Values(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("b.bias", new Values(new float[] {7}, 1));
        return SafetensorsWriter.bytes(tensors, Dtype.F32);
    }

    /** Bytes changed, removed or put in anywhere: either still a file one can read to the end, or a Problem. */
    @Property(tries = 600)
    void mutationsGiveAProblemOrAFile(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes) throws IOException {
        var random = new Random(seed);
        var bytes = WHOLE.clone();
        for (int i = 0; i < changes; i++) bytes = mutated(bytes, random);
        var file = Files.createTempFile(Path.of("target"), "fuzz", ".safetensors");
        Files.write(file, bytes);
        try (var read = SafetensorsFile.open(file)) {
            for (var e : read.tensors().values()) read.read(e, 0, new float[(int) e.count()], 0, (int) e.count());
        } catch (Problem expected) {
            if (expected.getMessage().length() > 800) throw new AssertionError("an endless sentence");
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at + 1, new byte[0]);
            case 2 -> spliced(bytes, at, at, new byte[] {(byte) "0123456789{}[]\",:-eE.".charAt(random.nextInt(21))});
            case 3 -> spliced(bytes, at, at + 1, new byte[] {(byte) ('0' + random.nextInt(10))});
            default -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt()});
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        var out = new java.io.ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
