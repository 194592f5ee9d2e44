package studio.parley.download.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import studio.parley.download.TestServer;
import studio.parley.io.Sha256;

/** Hugging Face in small: its API, its redirects (large files come from another host, small ones from another path) and its refusals. */
public final class FakeHub {
    public static final String TOKEN = "hf_onlyForTests";
    private final TestServer server;

    public FakeHub(TestServer server) {
        this.server = server;
    }

    public Map<String, String> environment() {
        return Map.of("HF_ENDPOINT", server.address().toString(), "HOME", "/nowhere");
    }

    /** A repository with the files of a folder. */
    public Repository add(String name, Path folder) throws Exception {
        var files = new HashMap<String, byte[]>();
        try (var all = Files.list(folder)) {
            for (var f : all.filter(Files::isRegularFile).toList()) files.put(f.getFileName().toString(), Files.readAllBytes(f));
        }
        return new Repository(name, files);
    }

    public Repository add(String name, Map<String, byte[]> files) {
        return new Repository(name, files);
    }

    /** A repository that does not exist is refused to strangers, as there. */
    public void missing(String name) {
        server.serve(api(name, "main"), TestServer.status(401, "X-Error-Code: RepoNotFound"));
    }

    private static String api(String name, String revision) {
        return "/api/models/" + name + "/revision/" + revision + "?blobs=true";
    }

    public final class Repository {
        private final String name;
        private final Map<String, byte[]> files;
        private String commit;
        private Optional<String> licence = Optional.of("apache-2.0");
        private boolean gated;

        private Repository(String name, Map<String, byte[]> files) {
            this.name = name;
            this.files = new HashMap<>(files);
            this.commit = Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
            publish();
        }

        public String commit() {
            return commit;
        }

        public Repository commit(String other) {
            commit = other;
            publish();
            return this;
        }

        public Repository licence(String other) {
            licence = Optional.of(other);
            publish();
            return this;
        }

        public Repository with(String file, byte[] bytes) {
            files.put(file, bytes);
            publish();
            return this;
        }

        public Repository gated() {
            gated = true;
            publish();
            return this;
        }

        public String path(String file) {
            return "/" + name + "/resolve/" + commit + "/" + file;
        }

        public String cdn(String file) {
            return "/cdn/" + Sha256.hex(files.get(file));
        }

        private void publish() {
            var json = new JsonObject();
            json.addProperty("id", name);
            json.addProperty("sha", commit);
            if (gated) json.addProperty("gated", "auto");
            else json.addProperty("gated", false);
            var card = new JsonObject();
            licence.ifPresent(l -> card.addProperty("license", l));
            json.add("cardData", card);
            var siblings = new JsonArray();
            siblings.add(sibling("prompts/voice.wav", new byte[3]));
            files.forEach((file, bytes) -> siblings.add(sibling(file, bytes)));
            json.add("siblings", siblings);
            server.serve(api(name, "main"), TestServer.text("application/json", json.toString()));
            server.serve(api(name, commit), TestServer.text("application/json", json.toString()));
            files.forEach(this::publish);
        }

        private void publish(String file, byte[] bytes) {
            var tag = "\"" + Sha256.hex(bytes) + "\"";
            var cached = "/api/resolve-cache/models/" + name + "/" + commit + "/" + file;
            var to = isLarge(file) ? TestServer.redirect(server.otherHost() + cdn(file)) : TestServer.redirect(cached);
            server.serve(path(file), guarded(to));
            if (isLarge(file)) server.serve(cdn(file), TestServer.file(bytes, tag));
            else server.serve(cached, guarded(TestServer.file(bytes, tag)));
        }

        private TestServer.Answer guarded(TestServer.Answer answer) {
            return (r, out) -> {
                var token = r.header("Authorization");
                if (!gated || token.equals("Bearer " + TOKEN)) answer.write(r, out);
                else TestServer.status(token.isEmpty() ? 401 : 403, "X-Error-Code: GatedRepo").write(r, out);
            };
        }

        private JsonObject sibling(String file, byte[] bytes) {
            var json = new JsonObject();
            json.addProperty("rfilename", file);
            json.addProperty("size", bytes.length);
            json.addProperty("blobId", git(bytes));
            if (!isLarge(file)) return json;
            var lfs = new JsonObject();
            lfs.addProperty("sha256", Sha256.hex(bytes));
            lfs.addProperty("size", bytes.length);
            lfs.addProperty("pointerSize", 134);
            json.add("lfs", lfs);
            return json;
        }

        private static boolean isLarge(String file) {
            return file.endsWith(".safetensors");
        }

        private static String git(byte[] bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-1");
                digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(digest.digest(bytes));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
