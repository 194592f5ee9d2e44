package studio.parley.studio.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/**
 * The user's settings for all projects. Read tolerantly (unknown keys are kept, invalid values are ignored, a damaged file is renamed),
 * written completely or not at all. Immutable.
 */
public final class Settings {
    /** Set to "no": speech is not recognised. */
    public static final String EARS = "ears";
    private static final int VERSION = 1;
    private final JsonObject json;
    private final Optional<String> notice;
    private final boolean writable;

    private Settings(JsonObject json, Optional<String> notice, boolean writable) {
        this.json = json;
        this.notice = notice;
        this.writable = writable;
    }

    /** The settings in a file; defaults if there is none. An unreadable file is renamed, never deleted: see {@link #notice}. */
    public static Settings read(Path file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return JsonParser.parseString(text) instanceof JsonObject settings ? new Settings(settings, Optional.empty(), true)
                    : putAside(file, "not a settings file");
        } catch (NoSuchFileException e) {
            return new Settings(new JsonObject(), Optional.empty(), true);
        } catch (CharacterCodingException | JsonParseException | StackOverflowError e) {
            return putAside(file, "the file is not valid");
        } catch (IOException e) {
            return Files.isDirectory(file) ? putAside(file, "it is a folder") : unreadable(file, IoProblem.reason(e));
        }
    }

    private static Settings putAside(Path file, String why) {
        try {
            var aside = free(file);
            Files.move(file, aside);
            return new Settings(new JsonObject(), Optional.of("The settings file " + file + " cannot be read (" + why + "). It was renamed to "
                    + aside.getFileName() + ", and Parley uses its default settings."), true);
        } catch (IOException e) {
            return unreadable(file, why);
        }
    }

    private static Settings unreadable(Path file, String why) {
        return new Settings(new JsonObject(), Optional.of("The settings file " + file + " cannot be read (" + why + "). Parley uses its "
                + "default settings and saves no changes. Repair or delete the file."), false);
    }

    private static Path free(Path file) {
        for (int i = 1;; i++) {
            var aside = file.resolveSibling(file.getFileName() + ".damaged" + (i == 1 ? "" : "-" + i));
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) return aside;
        }
    }

    /** What was wrong with the file, in a sentence for people. */
    public Optional<String> notice() {
        return notice;
    }

    public void write(Path file) {
        if (!writable) throw Problem.disk("The settings were not saved: " + file + " cannot be read. Repair or delete it.", null);
        var out = json.deepCopy();
        boolean newer = out.get("version") instanceof JsonPrimitive p && p.isNumber() && p.getAsDouble() > VERSION;
        if (!newer) out.addProperty("version", VERSION);
        Disk.write(file, StrictJson.pretty(out));
    }

    private Settings changed(Consumer<JsonObject> change) {
        var copy = json.deepCopy();
        change.accept(copy);
        return new Settings(copy, notice, writable);
    }

    /** The default model: a folder, or the name of an installed one. */
    public Optional<String> model() {
        return text("model");
    }

    public Settings withModel(String model) {
        return with("model", model);
    }

    /** auto, cpu or cuda. */
    public Optional<String> device() {
        return text("device");
    }

    /** Whether speech is recognised. */
    public boolean ears() {
        return text(EARS).isEmpty();
    }

    /** A folder with another build of ONNX Runtime's libraries. */
    public Optional<Path> natives() {
        return path("natives");
    }

    /** A file or folder by its key; an invalid path counts as not set. */
    public Optional<Path> path(String key) {
        return text(key).flatMap(Disk::path);
    }

    /** Any text setting by its name; see {@link #with}. */
    public Optional<String> get(String key) {
        return text(key);
    }

    /** A text setting by its name; an empty value removes it. */
    public Settings with(String key, String value) {
        return changed(copy -> {
            if (value.isEmpty()) copy.remove(key);
            else copy.addProperty(key, value);
        });
    }

    /** Any setting by its name, as JSON. */
    public Optional<JsonElement> json(String key) {
        return Optional.ofNullable(json.get(key)).map(JsonElement::deepCopy);
    }

    /** A setting as JSON by its name. */
    public Settings with(String key, JsonElement value) {
        return changed(copy -> copy.add(key, value.deepCopy()));
    }

    /** All text settings whose names begin with {@code prefix}, by the rest of the name. */
    public Map<String, String> texts(String prefix) {
        var out = new TreeMap<String, String>();
        for (var key : json.keySet()) if (key.startsWith(prefix)) text(key).ifPresent(v -> out.put(key.substring(prefix.length()), v));
        return out;
    }

    private Optional<String> text(String key) {
        return json.get(key) instanceof JsonPrimitive p && p.isString() && !p.getAsString().isBlank() ? Optional.of(p.getAsString())
                : Optional.empty();
    }
}
