package studio.parley.modelfolder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class ModelJsonReaderTest {
    @TempDir
    Path folder;

    private ModelJsonReader of(String json) {
        try {
            return ModelJsonReader.read(Files.writeString(folder.resolve("model.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every value refused with its key and what is wrong with it. */
    private void refused(String what, Consumer<ModelJsonReader> use, String... values) {
        for (var value : values) {
            var said = assertThrows(Problem.class, () -> use.accept(of("{\"a\": {\"k\": " + value + "}}").object("a")), value).getMessage();
            assertTrue(said.contains("model.json is damaged (\"a.k\" " + what), value + ": " + said);
        }
    }

    @Test
    void numbers() {
        var j = of("{\"least\": 2, \"most\": 5.0, \"half\": -0.5, \"disk\": 1e15}");
        assertEquals(2, j.integer("least", 2, 5));
        assertEquals(5, j.integer("most", 2, 5));
        assertEquals(-0.5, j.number("half"));
        assertEquals(1_000_000_000_000_000L, j.count("disk"));
        assertEquals(2, j.count("least"));
        refused("is not a whole number from 2 to 5", f -> f.integer("k", 2, 5), "1", "6", "2.5", "-2");
        refused("is not a whole number from 0 up", f -> f.count("k"), "-1", "0.5", "1e16");
        refused("is not a number", f -> f.number("k"), "\"2\"", "true", "[]", "{}");
        refused("is not a finite number", f -> f.number("k"), "1e999");
        refused("is missing", f -> f.number("k"), "null");
    }

    @Test
    void texts() {
        var j = of("{\"long\": \"" + "x".repeat(10_000) + "\", \"odd\": \"a\\u0007\\u009bb\", \"n\": 5}");
        assertEquals(10_000, j.text("long").length());
        assertEquals("a??b", j.text("odd"));
        assertEquals("a??b", j.words("odd"));
        assertEquals("", j.words("n"));
        assertEquals("", j.words("none"));
        assertEquals("else", j.text("none", "else"));
        assertEquals("a??b", j.text("odd", "else"));
        refused("is not a string", f -> f.text("k"), "5", "[]", "{}");
        refused("is not a string", f -> f.text("k", "else"), "5");
        refused("is too long", f -> f.text("k"), "\"" + "x".repeat(10_001) + "\"");
    }

    /** A model from a stranger names only files of its own folder. */
    @Test
    void fileNames() {
        assertEquals("mimi.onnx", of("{\"k\": \"mimi.onnx\"}").fileName("k"));
        refused("is not a plain file name", f -> f.fileName("k"), "\"\"", "\".\"", "\"..\"", "\".hidden\"", "\"/etc/passwd\"", "\"a/b\"", "\"a\\\\b\"", "\"C:a\"");
    }

    @Test
    void flagsListsAndTables() {
        var j = of("{\"yes\": true, \"no\": false, \"nil\": null, \"l\": [{\"k\": 1}, {\"k\": 2}], \"t\": [[1, 2], [3, 4]], \"o\": {\"b\": 1, \"a\": 2}}");
        assertTrue(j.flag("yes", false));
        assertFalse(j.flag("no", true));
        assertTrue(j.flag("none", true));
        assertFalse(j.flag("nil", false));
        assertEquals(List.of(1, 2), j.list("l", e -> e.integer("k", 0, 9)));
        assertArrayEquals(new int[] {3, 4}, j.table("t", 2, 1, 4).get(1));
        assertEquals(List.of("b", "a"), j.object("o").keys());
        assertTrue(j.optional("o").isPresent() && j.optional("nil").isEmpty() && j.optional("none").isEmpty());
        assertTrue(j.tolerant("o").isPresent() && j.tolerant("yes").isEmpty() && j.tolerant("none").isEmpty());
        refused("is neither true nor false", f -> f.flag("k", true), "1", "\"true\"");
        refused("is not a list", f -> f.list("k", e -> e), "5", "{}");
        refused("is not an object", f -> f.list("k", e -> e), "[5]");
        refused("is not an object", f -> f.object("k"), "5");
        refused("is not a list of lists of 2", f -> f.table("k", 2, 1, 4), "[[1]]", "[[1, 2, 3]]", "[5]");
        refused("is not a whole number from 1 to 4", f -> f.table("k", 2, 1, 4), "[[1, 5]]", "[[0, 1]]");
    }

    @Test
    void filesThatAreNone() throws Exception {
        for (var text : List.of("", "[]", "{", "{\"a\": 1} {", "{\"a\": 1} x", "{'a': 1}", "null")) {
            assertTrue(assertThrows(Problem.class, () -> of(text), text).getMessage().contains("model.json is damaged (it is not valid JSON)"), text);
        }
        assertTrue(assertThrows(Problem.class, () -> ModelJsonReader.read(folder.resolve("none.json"))).getMessage().contains("none.json is missing"));
        try (var file = new RandomAccessFile(folder.resolve("large.json").toFile(), "rw")) {
            file.setLength((16 << 20) + 1);
        }
        assertTrue(assertThrows(Problem.class, () -> ModelJsonReader.read(folder.resolve("large.json"))).getMessage().contains("too large"));
    }
}
