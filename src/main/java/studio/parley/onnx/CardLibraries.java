package studio.parley.onnx;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.parley.io.AppFolders;
import studio.parley.io.Disk;
import studio.parley.io.StrictJson;

/**
 * ONNX Runtime's libraries for NVIDIA graphics cards, in a folder of the user's (never beside the ones for the CPU), which are loaded instead
 * of those. {@code libraries.json}, written last, names their version and sizes.
 */
public record CardLibraries(Path folder) {
    /** The version of ONNX Runtime that this Parley was built with, and of which all its libraries must be. */
    public static final String VERSION = version("version.properties");
    public static final String LIST = "libraries.json";

    /** Whether they can be loaded. */
    public enum State {
        /** There are none. */
        NONE,
        /** They are of another version of ONNX Runtime. */
        OUT_OF_DATE,
        /** A file is missing or has another size. */
        DAMAGED,
        COMPLETE
    }

    public static CardLibraries ofUser() {
        return new CardLibraries(AppFolders.ofUser().cardLibraries());
    }

    /** The system whose libraries are needed, as their jar names it; nothing if there are none for it. */
    public static Optional<String> platform() {
        return Optional.of(NativeLibraries.platform()).filter(List.of("linux-x64", "win-x64")::contains);
    }

    /** The file names that ONNX Runtime needs. */
    public static List<String> required() {
        return Stream.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared", "onnxruntime_providers_cuda").map(System::mapLibraryName).toList();
    }

    public State state() {
        var list = list();
        if (list.isEmpty()) return Files.exists(folder) ? State.DAMAGED : State.NONE;
        if (!list.get().get("onnxruntime").getAsString().equals(VERSION)) return State.OUT_OF_DATE;
        var sizes = list.get().getAsJsonObject("files");
        boolean whole = required().stream().allMatch(sizes::has)
                && sizes.keySet().stream().allMatch(name -> size(folder.resolve(name)) == sizes.get(name).getAsLong());
        return whole ? State.COMPLETE : State.DAMAGED;
    }

    /** The version of those that are installed. */
    public Optional<String> version() {
        return list().map(l -> l.get("onnxruntime").getAsString());
    }

    /** The installed files with their sizes. */
    public Map<String, Long> files() {
        var out = new TreeMap<String, Long>();
        list().ifPresent(l -> l.getAsJsonObject("files").entrySet().forEach(e -> out.put(e.getKey(), e.getValue().getAsLong())));
        return out;
    }

    /** Whether NVIDIA's own libraries are here too. */
    public boolean haveCuda() {
        return CudaLibraries.files(folder).stream().anyMatch(f -> f.getFileName().toString().contains("cudnn"));
    }

    /** Marks the folder as complete with these files and sizes. */
    public static void complete(Path folder, Map<String, Long> files) {
        var sizes = new JsonObject();
        files.forEach(sizes::addProperty);
        var list = new JsonObject();
        list.addProperty("onnxruntime", VERSION);
        list.add("files", sizes);
        Disk.write(folder.resolve(LIST), StrictJson.pretty(list));
    }

    /** Why they are not loaded, if so. */
    Optional<CardTrouble> trouble() {
        return switch (state()) {
            case NONE -> Optional.of(new CardTrouble("its libraries are not installed", CardTrouble.SET_UP));
            case OUT_OF_DATE -> Optional.of(new CardTrouble("its libraries are of ONNX Runtime " + version().orElse("") + ", and this Parley needs " + VERSION,
                    "Get them with 'parley gpu setup', or in the studio under Settings, Graphics card."));
            case DAMAGED -> Optional.of(new CardTrouble("its libraries in " + folder + " are not complete",
                    "Get them again with 'parley gpu setup', or in the studio under Settings, Graphics card."));
            case COMPLETE -> Optional.empty();
        };
    }

    private Optional<JsonObject> list() {
        return Disk.text(folder.resolve(LIST)).flatMap(StrictJson::object)
                .filter(l -> l.get("onnxruntime") != null && l.get("onnxruntime").isJsonPrimitive() && l.get("files") instanceof JsonObject f
                        && f.entrySet().stream().allMatch(e -> e.getValue().toString().matches("\\d{1,15}")));
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static String version(String resource) {
        try (var in = CardLibraries.class.getResourceAsStream(resource)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("onnxruntime");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
