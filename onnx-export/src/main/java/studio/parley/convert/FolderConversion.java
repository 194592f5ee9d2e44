package studio.parley.convert;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import studio.parley.convert.ConversionProgress.Stage;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.folder.StagingFolder;
import studio.parley.convert.graph.Progress;
import studio.parley.io.IoProblem;
import studio.parley.io.ProgramVersion;
import studio.parley.io.StrictJson;

/**
 * How the checkpoint of a network other than a speech model becomes a folder, which appears complete or not at all.
 *
 * @param contents name of the file that describes the folder
 * @param kind its {@code kind}, and {@code format} its version
 * @param source the checkpoint
 * @param graphs file names of the graphs
 */
record FolderConversion(String contents, String kind, int format, Source source, Map<String, String> graphs) {
    /** Records have the names of the JSON, but for letter case. */
    static final Gson GSON = new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).create();

    /** Name of the files' arrangement, as in JSON. */
    private record Layout(String layout) {}

    /** An opened checkpoint. */
    interface Source {
        /** Where licences are. */
        Path folder();

        String layout();

        /** Every file that is read. */
        List<Path> files();

        /** Writes graphs, weights and what else the folder needs; returns their names. */
        Collection<String> write(Path into, Progress progress);

        /** Adds the sizes and the like. */
        void describe(JsonObject json);

        Licences.Licence licence();
    }

    void run(NetworkRequest request, ConversionMeter meter) {
        try (var unfinished = StagingFolder.begin(request.output(), request.force(), contents); var hashes = SourceHashes.start(source.files())) {
            var folder = unfinished.folder();
            meter.stage(Stage.WRITING, folder.toString());
            var space = new SpaceCheck(folder);
            var names = new TreeSet<>(source.write(folder, (tensor, done, total) -> {
                space.require(done, total);
                meter.wrote(tensor, done, total);
            }));
            names.addAll(Licences.copyTexts(source.folder(), folder));
            meter.stage(Stage.HASHING, folder.toString());
            var files = names.stream().map(n -> Fingerprint.of(folder.resolve(n), bytes -> meter.hashed(n, bytes))).toList();
            write(folder.resolve(contents), json(request, hashes.get(), files));
            ConversionMeter.stopIfCancelled();
            unfinished.finish();
            meter.stage(Stage.DONE, request.output().toString());
        }
    }

    private String json(NetworkRequest request, List<Fingerprint> sources, List<Fingerprint> files) {
        var json = new JsonObject();
        json.addProperty("format", format);
        json.addProperty("kind", kind);
        json.addProperty("parley", ProgramVersion.text());
        json.addProperty("name", request.checkpoint().toAbsolutePath().normalize().getFileName().toString());
        json.addProperty("identity", Fingerprint.identity(files));
        json.addProperty("precision", request.precision().label());
        source.describe(json);
        json.add("graphs", GSON.toJsonTree(graphs));
        json.add("source", GSON.toJsonTree(new Layout(source.layout())));
        json.add("sources", GSON.toJsonTree(sources));
        json.add("licences", GSON.toJsonTree(List.of(source.licence())));
        json.add("files", GSON.toJsonTree(files));
        return StrictJson.pretty(json);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }
}
