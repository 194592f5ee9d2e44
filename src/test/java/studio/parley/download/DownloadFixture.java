package studio.parley.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/** One file on a server, and the folder into which it is downloaded. */
abstract class DownloadFixture {
    static final String PATH = "/o/n/resolve/c/model.safetensors";
    static final String TAG = "\"v1\"";
    static final byte[] CONTENT = content();
    @TempDir
    Path folder;

    final List<DownloadEvent> events = Collections.synchronizedList(new ArrayList<>());
    TestServer server;

    private static byte[] content() {
        var bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        server.serve(PATH, TestServer.file(CONTENT, TAG));
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    RemoteFile file() {
        return new RemoteFile(server.address().resolve(PATH), "model.safetensors", CONTENT.length, Optional.of(new Checksum(Checksum.Kind.SHA256, Sha256.hex(CONTENT))));
    }

    URI page() {
        return server.address().resolve("/o/n");
    }

    void run(Network network, RemoteFile file) {
        run(network, file, Optional.empty());
    }

    void run(Network network, RemoteFile file, Optional<Token> token) {
        try (var http = new Http(network.options)) {
            new Downloader(http, events::add).run(List.of(file), folder, token, page());
        }
    }

    Network run() throws Exception {
        var network = new Network(Map.of());
        run(network, file());
        assertWhole();
        return network;
    }

    void assertWhole() throws Exception {
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.safetensors")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing but the file is left");
        }
    }

    Problem refused(Network network) {
        return assertThrows(Problem.class, () -> run(network, file()));
    }

    Problem refused() {
        return refused(new Network(Map.of()));
    }

    void part(int bytes, String tag) throws Exception {
        Files.write(folder.resolve("model.safetensors.part"), Arrays.copyOf(CONTENT, bytes));
        Files.writeString(folder.resolve("model.safetensors.part.etag"), tag);
    }
}
