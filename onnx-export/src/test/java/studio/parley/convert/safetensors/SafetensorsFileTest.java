package studio.parley.convert.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.problem.Problem;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"F32", "F16", "BF16", "F64"})
    void readsAnyPieceInEveryFloatingType(Dtype dtype) {
        var values = new float[] {0, 1, -2.5f, 1024, 0.0078125f, -65504 + 32};
        // 65472 has 11 significant bits and bf16 keeps 8, so the expected value is what the type holds.
        values[5] = dtype == Dtype.BF16 ? -65280 : values[5];
        var file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of("t", new Values(values, 2, 3)), dtype);
        try (var read = SafetensorsFile.open(file)) {
            var entry = read.tensors().get("t");
            assertArrayEquals(new long[] {2, 3}, entry.shape());
            var into = new float[8];
            read.read(entry, 1, into, 2, 5);
            assertArrayEquals(new float[] {0, 0, 1, -2.5f, 1024, 0.0078125f, values[5], 0}, into);
            assertThrows(IndexOutOfBoundsException.class, () -> read.read(entry, 2, into, 0, 5));
        }
    }

    /** The value at the far end of a file that no Java array or int offset could reach (sparse on disk). */
    @Test
    void readsBeyondTwoGigabytes() throws Exception {
        long count = 600_000_000;
        var header = "{\"t\":{\"dtype\":\"F32\",\"shape\":[600000000],\"data_offsets\":[0,2400000000]}}";
        var file = folder.resolve("big.safetensors");
        Files.write(file, SafetensorsWriter.file(header, new byte[0]));
        try (var f = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            f.setLength(8 + header.length() + 4 * count);
            f.seek(f.length() - 4);
            f.writeInt(Integer.reverseBytes(Float.floatToIntBits(7)));
        }
        try (var read = SafetensorsFile.open(file)) {
            var into = new float[2];
            read.read(read.tensors().get("t"), count - 2, into, 0, 2);
            assertArrayEquals(new float[] {0, 7}, into);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}`|truncated in tensor t",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}`|its shape needs 8",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}`|not a whole number",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1e0],\"data_offsets\":[0,4]}}`|not a whole number",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[99999999999999999999,4]}}`|not a whole number",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}`|impossible shape",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}`|ends before it starts",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}`|follow the last tensor",
        "`{\"t\":{\"dtype\":\"F99\",\"shape\":[1],\"data_offsets\":[0,4]}}`|unknown dtype F99",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1]}}`|has no dtype",
        "`{\"t\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[3,4]}}`|gap before tensor t",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"u\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[2,4]}}`|overlaps",
        "`{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}`|listed twice",
        "`[1]`|not valid JSON", "`{\"t\":`|not valid JSON", "`{} x`|not valid JSON", "`{'t':1}`|not valid JSON"})
    void anUnsoundHeaderIsNamed(String header, String expected) throws Exception {
        assertSays(SafetensorsWriter.file(header, new byte[4]), expected);
    }

    @Test
    void deepJsonIsRefused() throws Exception {
        var deep = "{\"__metadata__\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";
        assertSays(SafetensorsWriter.file(deep, new byte[0]), "not valid JSON");
    }

    @Test
    void everyCutIsAProblem() throws Exception {
        var whole = SafetensorsWriter.bytes(Map.of("a", new Values(new float[] {1, 2}, 2)), Dtype.F32);
        for (int length = 0; length < whole.length; length++) {
            assertSays(java.util.Arrays.copyOf(whole, length), "is damaged");
        }
    }

    @Test
    void otherFormatsGetTheirOwnAdvice() throws Exception {
        assertSays("version https://git-lfs.github.com/spec/v1\noid sha256:0".getBytes(), "git lfs pull");
        assertSays("<!DOCTYPE html><html>".getBytes(), "web page");
        assertSays(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}, "pickle");
        assertSays("GGUF\3\0\0\0\0\0\0\0".getBytes(), "GGUF");
    }

    @Test
    void wholeNumbersAndNonNumbersAreNotWeights() throws Exception {
        var file = folder.resolve("q.safetensors");
        Files.write(file, SafetensorsWriter.file("{\"q\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}", new byte[4]));
        try (var read = SafetensorsFile.open(file)) {
            var problem = assertThrows(Problem.class, () -> read.read(read.tensors().get("q"), 0, new float[4], 0, 4));
            var message = problem.getMessage();
            assertTrue(message.contains("tensor q") && message.contains("original weights"), message);
        }
        SafetensorsWriter.write(file, Map.of("n", new Values(new float[] {1, Float.NaN}, 2)), Dtype.F32);
        try (var read = SafetensorsFile.open(file)) {
            assertThrows(Problem.class, () -> read.read(read.tensors().get("n"), 0, new float[2], 0, 2));
        }
        assertEquals(Problem.Kind.DISK, assertThrows(Problem.class, () -> SafetensorsFile.open(folder.resolve("absent"))).kind());
    }

    private void assertSays(byte[] bytes, String expected) throws Exception {
        var file = folder.resolve("x.safetensors");
        Files.write(file, bytes);
        var message = assertThrows(Problem.class, () -> SafetensorsFile.open(file)).getMessage();
        for (var part : List.of("x.safetensors", expected)) assertTrue(message.contains(part), message);
        assertTrue(message.length() < 600, message);
    }
}
