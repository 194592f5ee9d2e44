package studio.parley.studio.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.download.Network;
import studio.parley.download.TestServer;
import studio.parley.onnx.CardLibraries;
import studio.parley.problem.Problem;
import studio.parley.studio.model.install.InstallEvent;
import studio.parley.studio.settings.AppDirectories;

/** From a card to its libraries, with small archives under the real names, and a program that answers like nvidia-smi. */
class SetUpCardTest {
    private static final String JAR = "/com/microsoft/onnxruntime/onnxruntime_gpu/" + CardLibraries.VERSION + "/onnxruntime_gpu-" + CardLibraries.VERSION + ".jar";
    private static final List<String> WHEELS = List.of("cuda_runtime", "cuda_nvrtc", "cublas", "curand", "cudnn");

    @TempDir
    Path home;

    private final List<InstallEvent> events = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private String answer = "NVIDIA GeForce RTX 4090, 24564, 550.54.14";
    private AppDirectories directories;
    private TestServer server;
    private byte[] jar;
    private byte[] provider;

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        directories = AppDirectories.under(home, Optional.empty());
        provider = new byte[300_000];
        new Random(5).nextBytes(provider);
        var entries = new LinkedHashMap<String, byte[]>();
        for (var name : CardLibraries.required()) entries.put("ai/onnxruntime/native/linux-x64/" + name, name.contains("cuda") ? provider : name.getBytes(StandardCharsets.UTF_8));
        entries.put("ai/onnxruntime/native/linux-x64/libonnxruntime_providers_tensorrt.so", new byte[9]);
        entries.put("ai/onnxruntime/native/win-x64/onnxruntime.dll", new byte[9]);
        entries.put("ai/onnxruntime/OrtSession.class", new byte[9]);
        entries.put("ThirdPartyNotices.txt", "notices".getBytes(StandardCharsets.UTF_8));
        jar = zip(entries);
        server.serve(JAR, TestServer.file(jar, "\"j\""));
        server.serve(JAR + ".sha1", TestServer.text("text/plain", hash("SHA-1", jar)));
        for (var name : WHEELS) wheel(name);
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var e : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String hash(String kind, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(kind).digest(bytes));
    }

    private void wheel(String name) throws Exception {
        var library = switch (name) {
            case "cuda_runtime" -> "libcudart.so.12";
            case "cuda_nvrtc" -> "libnvrtc.so.12";
            case "cublas" -> "libcublas.so.12";
            case "curand" -> "libcurand.so.10";
            default -> "libcudnn.so.9";
        };
        var bytes = zip(Map.of("nvidia/" + name + "/lib/" + library, name.getBytes(StandardCharsets.UTF_8), "nvidia/" + name + "/lib/libnvblas.so.12", new byte[3],
                "nvidia/" + name + "/include/x.h", new byte[3], "nvidia_" + name + "_cu12-9.dist-info/licenses/License.txt", "NVIDIA".getBytes(StandardCharsets.UTF_8),
                "nvidia/" + name + "/../../evil.so", new byte[3]));
        var version = switch (name) {
            case "cuda_runtime" -> "12.9.79";
            case "cuda_nvrtc" -> "12.9.86";
            case "cublas" -> "12.9.3.13";
            case "curand" -> "10.3.10.19";
            default -> "9.28.0.42";
        };
        var file = "nvidia_" + name + "_cu12-" + version + "-py3-none-manylinux_2_27_x86_64.whl";
        var path = "/files/" + file;
        server.serve(path, TestServer.file(bytes, "\"w\""));
        var entry = "{\"filename\":\"%s\",\"url\":\"%s\",\"hashes\":{\"sha256\":\"%s\"}%s}";
        // One tells its size, the others have to be asked for it.
        var size = name.equals("cudnn") ? ",\"size\":" + bytes.length : "";
        var others = Stream.of(file.replace("manylinux_2_27_x86_64", "win_amd64"), file.replace("x86_64", "aarch64"), file.replace(version, "9.9.9")).map(f -> String.format(entry, f, "/no", "0".repeat(64), ""));
        var files = Stream.concat(others, Stream.of(String.format(entry, file, "../../files/" + file, hash("SHA-256", bytes), size))).toList();
        server.serve("/simple/nvidia-" + name.replace('_', '-') + "-cu12/", (r, out) -> TestServer.text(r.header("accept"), "{\"files\":[" + String.join(",", files) + "]}").write(r, out));
    }

    private SetUpCard job(Consumer<InstallEvent> listener) throws Exception {
        var program = Files.createDirectories(home.resolve("bin")).resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\necho '" + answer + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var probe = new CardProbe(Map.of("PATH", home.resolve("bin").toString()), home, false);
        var environment = Map.of("PARLEY_MAVEN", server.address().toString(), "PARLEY_PYPI", server.address() + "/simple/");
        return new SetUpCard(directories, new Network(environment).options, listener, "Linux", probe, device -> {
            tried.add(device);
            return trouble;
        }, device -> new SpeechSample(Optional.empty(), device.equals("cpu") ? 2 : 1, ""));
    }

    private SetUpCard.Outcome setUp(boolean withCuda) throws Exception {
        return job(events::add).run(withCuda);
    }

    private CardLibraries libraries() {
        return new CardLibraries(directories.cardLibraries());
    }

    private List<String> installed() throws Exception {
        try (Stream<Path> files = Files.list(directories.cardLibraries())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void onlyTheLibrariesOfThisSystemAreKept() throws Exception {
        var outcome = setUp(false);
        assertEquals(new SetUpCard.Outcome(true, false, "", "CUDA, NVIDIA GeForce RTX 4090, 24 GB: fp16"), outcome);
        assertEquals(CardLibraries.State.COMPLETE, libraries().state());
        assertFalse(libraries().haveCuda());
        assertArrayEquals(provider, Files.readAllBytes(directories.cardLibraries().resolve("libonnxruntime_providers_cuda.so")));
        assertEquals(Stream.concat(CardLibraries.required().stream(), Stream.of("libraries.json", "licences")).sorted().toList(), installed());
        assertEquals("notices", Files.readString(directories.cardLibraries().resolve("licences/onnxruntime_gpu-ThirdPartyNotices.txt")));
        assertFalse(SetUpCard.isBegun(directories), "the archives are removed");
        assertEquals(List.of("cuda"), tried);
        assertTrue(events.stream().anyMatch(e -> e instanceof InstallEvent.Found f && f.bytes() == jar.length && f.terms().equals(SetUpCard.TERMS)));
        assertTrue(events.stream().anyMatch(e -> e instanceof InstallEvent.Progress p && p.stage() == InstallEvent.Stage.DONE && p.fraction() == 1));
        assertFalse(server.requests().stream().anyMatch(r -> r.path().startsWith("/simple")), "without consent nothing of NVIDIA's is fetched");
        int before = server.requests().size();
        setUp(false);
        assertEquals(before, server.requests().size(), "what is here is not fetched again");
    }

    @Test
    void nvidiasLibrariesAreAddedOnConsentWithTheirLicences() throws Exception {
        trouble = Optional.of("The graphics card cannot be used (libcudnn.so.9 of cuDNN 9 is missing), so the processor computes instead. Get it with 'parley gpu setup --with-cuda'.");
        var outcome = setUp(false);
        assertFalse(outcome.ok());
        assertTrue(outcome.needsCuda());
        trouble = Optional.empty();
        events.clear();
        assertTrue(setUp(true).ok());
        assertEquals(1, server.requests(JAR).stream().filter(r -> r.header("range").isEmpty()).count(), "ONNX Runtime is here already");
        assertTrue(installed().containsAll(List.of("libcudart.so.12", "libnvrtc.so.12", "libcublas.so.12", "libcurand.so.10", "libcudnn.so.9")), installed()::toString);
        assertFalse(installed().contains("libnvblas.so.12"));
        assertFalse(Files.exists(home.resolve("natives/evil.so")));
        assertTrue(libraries().haveCuda());
        assertEquals(CardLibraries.State.COMPLETE, libraries().state());
        assertEquals("NVIDIA", Files.readString(directories.cardLibraries().resolve("licences/nvidia_cudnn_cu12-License.txt")));
        assertTrue(events.stream().anyMatch(e -> e instanceof InstallEvent.Found f && f.terms().equals(SetUpCard.CUDA_TERMS)));
    }

    @Test
    void aBrokenConnectionAndACrashAreContinued() throws Exception {
        server.first(JAR, TestServer.file(jar, "\"j\""), TestServer.broken(jar, 100_000, jar.length, "ETag: \"j\""));
        var crash = new Error("the process ends here");
        assertEquals(crash, assertThrows(Error.class, () -> job(e -> {
            if (e instanceof InstallEvent.Progress p && p.stage() == InstallEvent.Stage.UNPACKING) throw crash;
        }).run(true)));
        assertTrue(SetUpCard.isBegun(directories));
        assertEquals(CardLibraries.State.DAMAGED, libraries().state());
        assertTrue(server.requests(JAR).stream().anyMatch(r -> r.header("range").equals("bytes=100000-")), "continued where it broke");
        int fetched = server.requests("/files/nvidia_cudnn_cu12-9.28.0.42-py3-none-manylinux_2_27_x86_64.whl").size();
        assertTrue(setUp(true).ok());
        assertEquals(fetched, server.requests("/files/nvidia_cudnn_cu12-9.28.0.42-py3-none-manylinux_2_27_x86_64.whl").size());
        assertEquals(CardLibraries.State.COMPLETE, libraries().state());
    }

    @Test
    void anInterruptPausesIt() throws Exception {
        var worker = Thread.currentThread();
        assertThrows(CancellationException.class, () -> job(e -> {
            if (e instanceof InstallEvent.Progress p && p.stage() == InstallEvent.Stage.UNPACKING) worker.interrupt();
        }).run(false));
        assertTrue(Thread.interrupted());
        assertTrue(SetUpCard.isBegun(directories));
        assertTrue(setUp(false).ok());
    }

    @Test
    void anotherContentIsRefused() throws Exception {
        server.serve(JAR + ".sha1", TestServer.text("text/plain", "0".repeat(40)));
        var problem = assertThrows(Problem.class, () -> setUp(false));
        assertTrue(problem.getMessage().contains("hash differs"), problem.getMessage());
        assertEquals(CardLibraries.State.NONE, libraries().state());
        server.serve(JAR + ".sha1", TestServer.status(404));
        assertTrue(assertThrows(Problem.class, () -> setUp(false)).getMessage().contains("does not exist on 127.0.0.1"));
        server.serve(JAR + ".sha256", TestServer.text("text/plain", hash("SHA-256", jar) + "  x.jar\n"));
        assertTrue(setUp(false).ok());
    }

    @Test
    void whatCannotWorkIsSaidBeforeAnythingIsFetched() throws Exception {
        for (var bad : List.of("", "No devices were found", "RTX 2080, 8192, 470.82.01")) {
            answer = bad;
            var problem = assertThrows(Problem.class, () -> setUp(true));
            assertEquals(Problem.Kind.DEVICE, problem.kind());
            assertTrue(problem.getMessage().equals("No NVIDIA graphics card was found, so the processor computes.")
                    || problem.getMessage().equals("RTX 2080, 8 GB cannot be used: its driver 470.82.01 is too old for CUDA 12. Install NVIDIA's driver 525.60.13 or newer, then run "
                            + "'parley gpu setup'."), problem.getMessage());
        }
        assertEquals(List.of(), server.requests());
        assertEquals(List.of(), tried);
    }

    @Test
    void afterAnUpdateTheyAreFetchedAgainAndRemoveRemovesAll() throws Exception {
        setUp(true);
        var list = directories.cardLibraries().resolve("libraries.json");
        Files.writeString(list, Files.readString(list).replace(CardLibraries.VERSION, "1.20.0"));
        var probe = new CardProbe(Map.of("PATH", home.resolve("bin").toString()), home, false);
        var status = CardStatus.of("Linux", Optional.of("linux-x64"), probe, libraries(), device -> Optional.empty());
        assertFalse(status.ok());
        assertTrue(status.words().contains("of ONNX Runtime 1.20.0, and this Parley needs " + CardLibraries.VERSION + ". Run 'parley gpu setup'"), status.words());
        setUp(false);
        assertEquals(CardLibraries.State.COMPLETE, libraries().state());
        assertTrue(libraries().haveCuda(), "NVIDIA's need not be fetched again");
        assertTrue(SetUpCard.remove(directories));
        assertEquals(CardLibraries.State.NONE, libraries().state());
        assertFalse(SetUpCard.remove(directories));
    }

    @Test
    void onlyOneAtATime() throws Exception {
        var refused = new ArrayList<String>();
        job(e -> {
            if (refused.isEmpty() && e instanceof InstallEvent.Progress p && p.stage() == InstallEvent.Stage.UNPACKING) {
                try {
                    refused.add(String.valueOf(assertThrows(Problem.class, () -> job(x -> { }).run(false)).getMessage()));
                } catch (Exception e2) {
                    throw new AssertionError(e2);
                }
            }
        }).run(false);
        assertEquals(List.of("The graphics card is already being set up. Wait until that is done."), refused);
    }

    @Test
    void everyStateHasItsSentence() throws Exception {
        var none = new CardProbe(Map.of("PATH", ""), home.resolve("none"), false);
        assertTrue(status("Mac OS X", none).words().contains("CoreML"));
        assertTrue(status("Linux", none).words().startsWith("No NVIDIA graphics card was found") || status("Linux", none).card().isPresent());
        job(e -> { });
        var probe = new CardProbe(Map.of("PATH", home.resolve("bin").toString()), home, false);
        assertTrue(status("Linux", probe).words().endsWith("is not used yet: its libraries are not installed. Run 'parley gpu setup', or open Settings, Graphics card."));
        assertTrue(CardStatus.of("Linux", Optional.empty(), probe, libraries(), device -> Optional.empty()).words().contains("no CUDA libraries for Linux"));
        setUp(false);
        assertEquals(new CardStatus(true, Optional.of(new Card("NVIDIA GeForce RTX 4090", 24564L << 20, "550.54.14")), "CUDA, NVIDIA GeForce RTX 4090, 24 GB: fp16"), status("Linux", probe));
        trouble = Optional.of("It is full.");
        assertEquals("It is full.", status("Linux", probe).words());
        assertFalse(status("Linux", probe).ok());
    }

    private CardStatus status(String system, CardProbe probe) {
        return CardStatus.of(system, Optional.of("linux-x64"), probe, libraries(), device -> trouble);
    }

    @Test
    void aMacComparesCoreMl() throws Exception {
        var job = new SetUpCard(directories, new Network(Map.of()).options, events::add, "Mac OS X", new CardProbe(Map.of(), home, false), device -> Optional.of("no"),
                device -> new SpeechSample(Optional.empty(), device.equals("cpu") ? 30 : 10, "[1]"));
        assertEquals("coreml", job.run(true).device());
        assertEquals(List.of(), server.requests());
    }
}
