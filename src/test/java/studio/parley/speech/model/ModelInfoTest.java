package studio.parley.speech.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.modelfolder.ListedFile;
import studio.parley.problem.Problem;

class ModelInfoTest {
    private static final String JSON = """
            {"format": 1, "parley": "0.1.0", "name": "csm-1b", "identity": "00ff", "precision": "int4", "context": 2048,
             "text_vocabulary": 128256, "codebooks": 32, "audio_vocabulary": 2051, "codebook_size": 2048, "sample_rate": 24000,
             "samples_per_frame": 1920, "tokens": {"bos": 128000, "eos": 128001}, "something_new": [1, {}],
             "backbone": {"layers": 16, "width": 2048, "heads": 32, "kv_heads": 8, "head_dim": 64, "feed_forward": 8192},
             "depth_decoder": {"layers": 4, "width": 1024, "heads": 8, "kv_heads": 2, "head_dim": 128},
             "mimi_decoder": {"states": [[512, 2], [512, 6]], "layers": 8, "heads": 8, "head_dim": 64, "window": 250},
             "graphs": {"cpu": {"backbone": "backbone.onnx"}},
             "sampling": {"temperature": 0.9, "top_k": 50, "depth_temperature": 0.8, "depth_top_k": 40, "max_frames": 125},
             "licences": [{"part": "Mimi", "licence": "CC-BY-4.0", "attribution": "Kyutai"}],
             "files": [{"file": "a", "bytes": 3000000000, "sha256": ""}, {"file": "b", "bytes": 5, "sha256": ""}]}""";

    @TempDir
    Path folder;

    @Test
    void readsEverySize() throws Exception {
        var info = read(JSON);
        assertEquals(128256 + 32 * 2051, info.zeroRow());
        assertEquals(12.5, info.frameRate());
        assertEquals(8, info.backbone().kvHeads());
        assertArrayEquals(new int[] {512, 6}, info.mimi().states().get(1));
        assertEquals(new Sampling(0.9f, 0.8f, 50, 40, 7), info.sampling().with(7));
        assertEquals("Kyutai", info.licences().getFirst().attribution());
        assertEquals(3_000_000_005L, info.bytes());
    }

    @Test
    void whatIsSaidOfItsQualityIsReadTolerantly() throws Exception {
        var known = read(JSON.replace("\"format\": 1", "\"format\": 1, \"made\": \"at home\", \"quality\": {\"word_error_rate\": 21.5, "
                + "\"teacher_word_error_rate\": 13, \"speaker_match_new\": 81.2, \"recogniser\": \"an ear\", \"runaway\": null}"));
        assertEquals("at home", known.made());
        assertEquals(3, known.quality().figures().size());
        assertEquals("word error rate 21.5 % (its teachers: 13.0 %); a new voice is recognised in 81 % of lines",
                known.quality().words().orElseThrow());
        for (var odd : List.of("3", "[]", "null", "{\"word_error_rate\": \"few\"}")) {
            var info = read(JSON.replace("\"format\": 1", "\"format\": 1, \"made\": [], \"quality\": " + odd));
            assertEquals("", info.made());
            assertTrue(info.quality().words().isEmpty());
        }
    }

    @Test
    void whatMayBeAbsentHasItsDefault() throws Exception {
        var bare = read(JSON.replaceAll("\"sampling\": [^}]*},", "").replaceAll("\"licences\": [^]]*],", "").replaceAll("(?s),\\s*\"files\": [^]]*]", ""));
        assertEquals(new ModelInfo.Defaults(0.9f, 50, 0.9f, 50, 125), bare.sampling());
        assertEquals(List.of(), bare.licences());
        assertEquals(List.of(), bare.files());
        assertEquals(0, bare.bytes());
        assertTrue(!bare.exposed() && read(JSON.replace("\"format\": 1", "\"format\": 1, \"exposed\": true")).exposed());
    }

    @Test
    void oddButHarmlessValuesAreMadeUsable() throws Exception {
        var cold = read(JSON.replace("\"temperature\": 0.9", "\"temperature\": -1").replace("0.8", "-0.1"));
        assertEquals(new Sampling(0, 0, 50, 40, 1), cold.sampling().with(1));
        assertEquals(new ListedFile("a", 3_000_000_000L, "0fab"), read(JSON.replaceFirst("\"sha256\": \"\"", "\"sha256\": \"0FAB\"")).files().getFirst());
    }

    /** Every size may be sane and their product not: here 2 caches of 1024 layers over a million positions. */
    @Test
    void aModelThatFitsIntoNoMemoryIsRefusedWithTheFigures() {
        var vast = JSON.replace("\"layers\": 16", "\"layers\": 1024").replace("\"context\": 2048", "\"context\": 1048576");
        var said = assertThrows(Problem.class, () -> read(vast)).getMessage();
        assertTrue(said.contains("needs 4398 GB of memory, and this machine has "), said);
        assertTrue(said.endsWith("Use a smaller model, or convert it with a smaller --context."), said);
    }

    @Test
    void aNewerFormatIsRefusedPolitely() {
        var problem = assertThrows(Problem.class, () -> read(JSON.replace("\"format\": 1", "\"format\": 2")));
        assertTrue(problem.getMessage().contains("newer version of Parley"));
    }

    @Test
    void wrongValuesNameTheirKey() {
        named("\"codebooks\": 32", "\"codebooks\": -1", "codebooks");
        named("\"codebooks\": 32", "\"codebooks\": 3.5", "codebooks");
        named("\"codebooks\": 32", "\"codebooks\": \"many\"", "codebooks");
        named("\"context\": 2048", "\"context\": 1e30", "context");
        named("\"codebook_size\": 2048", "\"codebook_size\": 4096", "codebook_size");
        named("\"window\": 250", "\"window\": null", "mimi_decoder.window");
        named("[512, 6]", "[512]", "states");
        named("\"backbone.onnx\"", "\"../../etc/passwd\"", "backbone");
    }

    /** A name that would colour the terminal or write lines of its own there. */
    @Test
    void controlCharactersAreNotShown() throws Exception {
        assertEquals("?[31mcsm?-1b?", read(JSON.replace("csm-1b", "\\u001b[31mcsm\\n-1b\\u009b")).name());
        var problem = assertThrows(Problem.class, () -> read(JSON.replace("\"backbone\": \"backbone.onnx\"", "\"\\u001b[2J\": 3")));
        assertTrue(problem.getMessage().contains("?[2J") && problem.getMessage().indexOf('\u001b') < 0, problem.getMessage());
        named("csm-1b", "x".repeat(20_000), "name");
    }

    @Test
    void missingFoldersAndFilesAreNamed() {
        assertThrows(Problem.class, () -> ModelInfo.read(folder.resolve("nowhere")));
    }

    @Test
    void mutatedDescriptionsGiveAProblemOrAnInfo() throws Exception {
        var random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder(random.nextInt(5) == 0 ? JSON.substring(0, random.nextInt(JSON.length())) : JSON);
            for (int i = random.nextInt(5); i > 0 && !text.isEmpty(); i--) {
                text.setCharAt(random.nextInt(text.length()), "\"{}[],:0199-.eE nulltrue\u0000".charAt(random.nextInt(25)));
            }
            try {
                read(text.toString());
            } catch (Problem expected) {
                assertTrue(expected.getMessage().contains("model.json"));
            }
        }
        for (var deep : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000))) assertThrows(Problem.class, () -> read(deep));
    }

    private void named(String from, String to, String key) {
        var problem = assertThrows(Problem.class, () -> read(JSON.replace(from, to)));
        assertTrue(problem.getMessage().contains(key), problem.getMessage());
    }

    private ModelInfo read(String json) throws java.io.IOException {
        Files.writeString(folder.resolve("model.json"), json);
        return ModelInfo.read(folder);
    }
}
