package studio.parley.studio.model.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.download.Checksum;
import studio.parley.download.RemoteFile;
import studio.parley.download.hub.HubRepository;
import studio.parley.download.hub.RepositoryName;

/**
 * The needed files of a repository at one commit. They are kept in the layout of Hugging Face's own cache, from which a conversion takes name
 * and revision.
 *
 * @param locked whether the files need a token
 */
record Snapshot(RepositoryName name, String commit, URI page, Optional<String> licence, boolean locked, List<RemoteFile> files) {
    static Snapshot of(HubRepository repository, List<String> files) {
        return new Snapshot(repository.name(), repository.commit(), repository.page(), repository.licence(), repository.token().isPresent(),
                files.stream().map(repository::file).toList());
    }

    Path folder(Path job) {
        return job.resolve("models--" + name.owner() + "--" + name.name()).resolve("snapshots").resolve(commit);
    }

    long bytes() {
        return files.stream().mapToLong(RemoteFile::size).sum();
    }

    JsonObject json() {
        var json = new JsonObject();
        json.addProperty("repository", name.path());
        json.addProperty("revision", name.revision());
        json.addProperty("commit", commit);
        json.addProperty("page", page.toString());
        licence.ifPresent(l -> json.addProperty("licence", l));
        json.addProperty("locked", locked);
        var list = new JsonArray();
        for (var file : files) list.add(json(file));
        json.add("files", list);
        return json;
    }

    private static JsonObject json(RemoteFile file) {
        var json = new JsonObject();
        json.addProperty("address", file.address().toString());
        json.addProperty("name", file.name());
        json.addProperty("bytes", file.size());
        file.checksum().ifPresent(c -> json.addProperty(c.kind().name(), c.hex()));
        return json;
    }

    /** Throws any exception if the JSON is not one of these. */
    static Snapshot of(JsonObject json) {
        var name = RepositoryName.parse(json.get("repository").getAsString() + "@" + json.get("revision").getAsString()).orElseThrow();
        var files = new ArrayList<RemoteFile>();
        for (var file : json.getAsJsonArray("files")) files.add(file(file.getAsJsonObject()));
        return new Snapshot(name, json.get("commit").getAsString(), URI.create(json.get("page").getAsString()),
                Optional.ofNullable(json.get("licence")).map(l -> l.getAsString()), json.get("locked").getAsBoolean(), files);
    }

    private static RemoteFile file(JsonObject json) {
        var checksum = Stream.of(Checksum.Kind.values()).filter(k -> json.has(k.name())).findFirst()
                .map(k -> new Checksum(k, json.get(k.name()).getAsString()));
        return new RemoteFile(URI.create(json.get("address").getAsString()), json.get("name").getAsString(), json.get("bytes").getAsLong(), checksum);
    }
}
