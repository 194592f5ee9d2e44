package studio.parley.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Parley keeps things for this user: settings and key, models, caches; and where the program itself lies. Everything is
 * under one folder if {@code PARLEY_HOME} (or the system property {@code parley.home}) names one; else where the system expects it.
 */
public record Places(Path settings, Path data, Path cache, Optional<Path> program) {
    /** This user's places on this machine; nothing is created. */
    public static Places ofUser() {
        var program = Optional.ofNullable(System.getProperty("parley.program")).map(Path::of);
        var given = Optional.ofNullable(System.getProperty("parley.home")).or(() -> environment("PARLEY_HOME"));
        return given.map(home -> under(Path.of(home), program)).orElseGet(() -> of(System.getProperty("os.name"), System.getenv(),
                program));
    }

    /** All in one folder. */
    public static Places under(Path home, Optional<Path> program) {
        return new Places(home, home, home.resolve("cache"), program);
    }

    private static Places of(String system, Map<String, String> env, Optional<Path> program) {
        var home = Path.of(System.getProperty("user.home"));
        var os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            var local = Path.of(env.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString())).resolve("Parley");
            return new Places(local, local, local.resolve("Cache"), program);
        }
        if (os.startsWith("mac")) {
            var support = home.resolve("Library/Application Support/Parley");
            return new Places(support, support, home.resolve("Library/Caches/Parley"), program);
        }
        return new Places(xdg(env, "XDG_CONFIG_HOME", home.resolve(".config")), xdg(env, "XDG_DATA_HOME", home.resolve(".local/share")),
                xdg(env, "XDG_CACHE_HOME", home.resolve(".cache")), program);
    }

    private static Path xdg(Map<String, String> env, String name, Path usual) {
        var given = env.get(name);
        return (given == null || !Path.of(given).isAbsolute() ? usual : Path.of(given)).resolve("parley");
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank());
    }

    public Path settingsFile() {
        return settings.resolve("settings.json");
    }

    public Path keyFile() {
        return settings.resolve("watermark.key");
    }

    /** Converted models go here unless another place is named. */
    public Path models() {
        return data.resolve("models");
    }

    /** Reference clips with their codes, so that each is encoded once. */
    public Path references() {
        return cache.resolve("references");
    }

    /** Folders whose subfolders may be models, best first. */
    List<Path> modelShelves() {
        var bundled = program.map(p -> p.resolve("assets")).filter(Files::isDirectory);
        return bundled.map(b -> List.of(models(), b)).orElse(List.of(models()));
    }
}
