package studio.parley.studio.model.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.download.AccessProblem;
import studio.parley.download.Network;
import studio.parley.download.TestServer;
import studio.parley.download.Token;
import studio.parley.download.hub.FakeHub;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** From a repository to an installed model, with small checkpoints under the real names. */
class GetModelTest {
    @TempDir
    Path home;

    private final List<InstallEvent> events = new ArrayList<>();
    private AppDirectories directories;
    private TestServer server;
    private FakeHub hub;

    /** The process ends here. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        hub = new FakeHub(server);
        directories = AppDirectories.under(home, Optional.empty());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private ModelEntry get(Consumer<InstallEvent> listener, ModelSource source, Optional<String> precision, boolean keep, Optional<Token> token) {
        return new GetModel(directories, Settings.read(directories.settingsFile()), new Network(hub.environment()).options, listener, () -> 1e12)
                .run(new GetModel.Request(source, precision, keep, token));
    }

    private ModelEntry get(ModelSource source) {
        return get(events::add, source, Optional.empty(), false, Optional.empty());
    }

    private FakeHub.Repository mirror() throws Exception {
        return hub.add("unsloth/csm-1b", Golden.folder("tiny-a")).with("README.md", "---\nlicense: apache-2.0\n---\n# CSM".getBytes())
                .with("LICENSE", "Apache License".getBytes());
    }

    private List<Path> all(Path folder) throws Exception {
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void csmComesFromTheOpenMirrorIsConvertedAndTested() throws Exception {
        var there = mirror();
        var made = get(ModelSource.CSM_1B);
        assertEquals(directories.models().resolve("csm-1b-int8"), made.folder());
        assertEquals("int8", ModelInfo.read(made.folder()).precision());
        var json = JsonParser.parseString(Files.readString(made.folder().resolve("model.json"))).getAsJsonObject();
        assertEquals("unsloth/csm-1b", json.get("name").getAsString());
        assertEquals(there.commit(), json.getAsJsonObject("source").get("revision").getAsString());
        assertTrue(json.getAsJsonObject("check").get("passed").getAsBoolean());
        assertEquals("Apache License", Files.readString(made.folder().resolve("LICENSE")));
        assertEquals(List.of(), all(directories.downloads()), "the download is removed");
        assertEquals(0, server.requests(there.path("chat_template.jinja")).size(), "only what is needed is fetched");
        assertEquals(1, server.requests(there.cdn("model.safetensors")).size());
        var stages = events.stream().filter(InstallEvent.Progress.class::isInstance).map(e -> ((InstallEvent.Progress) e).stage()).distinct().toList();
        assertTrue(stages.containsAll(List.of(Stage.LOOKING, Stage.DOWNLOADING, Stage.CONVERTING, Stage.TESTING, Stage.DONE)), stages::toString);
        var found = (InstallEvent.Found) events.stream().filter(InstallEvent.Found.class::isInstance).findFirst().orElseThrow();
        assertTrue(found.terms().contains("Mimi codec by Kyutai: CC-BY-4.0"), found::toString);
        assertTrue(events.stream().anyMatch(e -> e instanceof InstallEvent.Chosen c && c.precision().equals("int8")));
    }

    @Test
    void whatIsInstalledIsNotDownloadedAgain() throws Exception {
        var there = mirror();
        var made = get(ModelSource.CSM_1B);
        assertEquals(made, get(ModelSource.CSM_1B));
        assertEquals(1, server.requests(there.cdn("model.safetensors")).size());
        assertEquals("int4", get(events::add, ModelSource.CSM_1B, Optional.of("int4"), true, Optional.empty()).precision());
        assertFalse(all(directories.downloads()).isEmpty(), "kept as wished");
        assertEquals(List.of(), GetModel.pending(directories), "what is kept is not to be continued");
        there.commit("0123456789012345678901234567890123456789");
        get(ModelSource.CSM_1B);
        assertEquals(2, server.requests(there.cdn("model.safetensors")).size(), "the kept download is of the old commit");
        assertEquals(directories.models().resolve("csm-1b-int8-2"), get(ModelSource.CSM_1B).folder(), "nothing is replaced");
    }

    /** sesame/csm-1b contains both layouts; its config names the one of transformers. */
    @Test
    void withoutAMirrorTheGatedOriginalIsUsedWithAToken() throws Exception {
        hub.missing("unsloth/csm-1b");
        var config = Files.readString(Golden.folder("tiny-b").resolve("config.json")).replaceFirst("\\{", "{\"transformers_weights\": \"transformers.safetensors.index.json\",");
        var index = Files.readAllBytes(Golden.folder("tiny-b").resolve("model.safetensors.index.json"));
        var there = hub.add("sesame/csm-1b", Golden.folder("tiny-b")).with("config.json", config.getBytes()).with("transformers.safetensors.index.json", index)
                .with("model.safetensors", Files.readAllBytes(Golden.folder("tiny-a-sesame").resolve("model.safetensors"))).with("ckpt.pt", new byte[5]).gated();
        var refused = assertThrows(AccessProblem.class, () -> get(ModelSource.CSM_1B));
        assertTrue(refused.getMessage().startsWith("sesame/csm-1b needs a free account."), refused.getMessage());
        var wrong = assertThrows(AccessProblem.class, () -> get(events::add, ModelSource.CSM_1B, Optional.empty(), false, Optional.of(Token.of("hf_wrong"))));
        assertTrue(wrong.getMessage().contains("is not open to this token"), wrong.getMessage());
        assertFalse(Files.exists(directories.tokenFile()), "a token that is refused is not kept");
        var made = get(events::add, ModelSource.CSM_1B, Optional.of("fp32"), true, Optional.of(Token.of(FakeHub.TOKEN)));
        assertEquals("sesame/csm-1b", made.name());
        assertEquals(0, server.requests(there.cdn("model.safetensors")).size(), "the other layout is not needed");
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(directories.tokenFile()));
        for (var file : all(home)) {
            if (!file.equals(directories.tokenFile())) assertFalse(new String(Files.readAllBytes(file), "ISO-8859-1").contains(FakeHub.TOKEN), file.toString());
        }
        assertFalse(events.toString().contains(FakeHub.TOKEN));
        assertTrue(server.requests().stream().filter(r -> r.path().startsWith("/cdn")).allMatch(r -> r.header("Authorization").isEmpty()));
    }

    @Test
    void theCodecIsFetchedWhereTheCheckpointHasNone() throws Exception {
        var mimi = Golden.folder("tiny-a-sesame").resolve("mimi");
        hub.add("o/original", Golden.folder("tiny-a-sesame")).licence("mit");
        hub.add("kyutai/mimi", mimi).licence("cc-by-4.0");
        var made = get(ModelSource.of("o/original"));
        assertEquals("original-int8", made.folder().getFileName().toString());
        var found = (InstallEvent.Found) events.stream().filter(InstallEvent.Found.class::isInstance).findFirst().orElseThrow();
        assertEquals(List.of("o/original: mit"), found.terms());
    }

    @Test
    void theTokenizerToo() throws Exception {
        hub.add("unsloth/Llama-3.2-1B", Map.of("tokenizer.json", Files.readAllBytes(Golden.folder("tiny-a").resolve("tokenizer.json"))));
        var files = new HashMap<String, byte[]>();
        for (var name : List.of("config.json", "model.safetensors")) files.put(name, Files.readAllBytes(Golden.folder("tiny-a").resolve(name)));
        hub.add("o/bare", files);
        assertEquals("o/bare", get(ModelSource.of("https://huggingface.co/o/bare")).name());
    }

    /** The process ends at each event in turn; the next one continues. Nothing that is complete is fetched again. */
    @Test
    void afterACrashAtAnyPointItGoesOn() throws Exception {
        var there = hub.add("o/sharded", Golden.folder("tiny-b"));
        int events = 0;
        for (boolean done = false; !done; events++) {
            int left = events;
            var count = new int[1];
            try {
                get(e -> {
                    if (count[0]++ == left) throw new Crash();
                }, ModelSource.of("o/sharded"), Optional.of("fp32"), false, Optional.empty());
                done = true;
            } catch (Crash crash) {
                assertEquals(left + 1, count[0], "it ended there");
            }
        }
        assertTrue(events > 5, events + " events");
        assertEquals(List.of("sharded-fp32"), new ModelStore(directories, Settings.read(directories.settingsFile())).list().stream()
                .map(m -> m.folder().getFileName().toString()).toList());
        for (int i = 1; i <= 4; i++) assertTrue(server.requests(there.cdn("model-0000" + i + "-of-00004.safetensors")).size() <= 2);
        assertEquals(List.of(), GetModel.pending(directories));
    }

    @Test
    void aBegunDownloadIsListedAndCanBeDiscarded() throws Exception {
        mirror();
        assertThrows(Crash.class, () -> get(e -> {
            if (e instanceof InstallEvent.Progress p && p.stage() == Stage.CONVERTING) throw new Crash();
        }, ModelSource.CSM_1B, Optional.of("int8"), false, Optional.empty()));
        var pending = GetModel.pending(directories);
        assertEquals(List.of(ModelSource.CSM_1B), pending.stream().map(GetModel.Pending::source).toList());
        assertEquals(pending.getFirst().total(), pending.getFirst().done());
        server.close();
        assertEquals("int8", get(e -> { }, ModelSource.CSM_1B, Optional.of("int8"), true, Optional.empty()).precision(), "what is here needs no connection");
        GetModel.discard(directories, ModelSource.CSM_1B);
        assertEquals(List.of(), GetModel.pending(directories));
        server = new TestServer();
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        mirror();
        var job = new DownloadJob(directories, ModelSource.CSM_1B);
        try (var other = job.lock()) {
            assertTrue(assertThrows(Problem.class, () -> get(ModelSource.CSM_1B)).getMessage().startsWith("CSM-1B is already being downloaded."));
            assertThrows(Problem.class, () -> GetModel.discard(directories, ModelSource.CSM_1B));
        }
    }

    @Test
    void anotherKindOfModelIsRefusedBeforeItsWeights() throws Exception {
        var llama = hub.add("o/llama", Map.of("config.json", "{\"model_type\": \"llama\"}".getBytes(), "model.safetensors", new byte[99]));
        assertTrue(assertThrows(Problem.class, () -> get(ModelSource.of("o/llama"))).getMessage().startsWith("o/llama is not a CSM checkpoint (its type is llama)."));
        assertEquals(0, server.requests(llama.path("model.safetensors")).size());
        hub.add("o/pickle", Map.of("config.json", "{}".getBytes(), "ckpt.pt", new byte[99]));
        assertTrue(assertThrows(Problem.class, () -> get(ModelSource.of("o/pickle"))).getMessage().startsWith("o/pickle has no weights as .safetensors."));
        hub.add("o/lora", Map.of("adapter_config.json", "{}".getBytes(), "adapter_model.safetensors", new byte[99]));
        assertTrue(assertThrows(Problem.class, () -> get(ModelSource.of("o/lora"))).getMessage().startsWith("o/lora is a LoRA adapter."));
        hub.add("o/mlx", Map.of("config.json", "{\"model_type\": \"csm\", \"quantization\": {}}".getBytes(), "model.safetensors", new byte[99]));
        assertTrue(assertThrows(Problem.class, () -> get(ModelSource.of("o/mlx"))).getMessage().contains("describes quantised weights"));
        assertThrows(Problem.class, () -> get(events::add, ModelSource.CSM_1B, Optional.of("int5"), false, Optional.empty()));
        assertThrows(Problem.class, () -> ModelSource.of("csm"));
    }

    @Test
    void aCommitThatHasVanishedIsLookedUpAgain() throws Exception {
        var there = mirror();
        assertThrows(Crash.class, () -> get(e -> {
            if (e instanceof InstallEvent.Found) throw new Crash();
        }, ModelSource.CSM_1B, Optional.empty(), false, Optional.empty()));
        server.serve(there.path("model.safetensors"), TestServer.status(404));
        assertThrows(Problem.class, () -> get(ModelSource.CSM_1B));
        there.commit("0123456789012345678901234567890123456789");
        assertEquals("csm-1b-int8", get(ModelSource.CSM_1B).folder().getFileName().toString());
    }
}
