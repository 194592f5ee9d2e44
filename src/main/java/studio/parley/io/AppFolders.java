package studio.parley.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.parley.problem.Problem;

/**
 * The folders of this user in which Parley keeps its files: settings and key, models and projects, caches. All are in one folder if
 * {@code PARLEY_HOME} (or the system property {@code parley.home}) is set; otherwise they are in the system's standard locations. Nothing
 * is created here.
 */
public record AppFolders(Path settings, Path data, Path cache) {
    private static final String HOME = "PARLEY_HOME";

    /** @throws Problem if a variable is not valid */
    public static AppFolders ofUser() {
        var given = Optional.ofNullable(System.getProperty("parley.home")).or(() -> Optional.ofNullable(System.getenv(HOME)));
        return given.filter(home -> !home.isBlank()).map(home -> under(usable(home)))
                .orElseGet(() -> ofSystem(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home")));
    }

    /** All in one folder. */
    public static AppFolders under(Path home) {
        return new AppFolders(home, home, home.resolve("cache"));
    }

    static AppFolders ofSystem(String system, Map<String, String> env, String userHome) {
        var os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            var local = absolute(env, "LOCALAPPDATA").orElseGet(() -> home(env, userHome).resolve("AppData/Local")).resolve("Parley");
            return new AppFolders(local, local, local.resolve("Cache"));
        }
        if (os.startsWith("mac")) {
            var library = home(env, userHome).resolve("Library");
            var support = library.resolve("Application Support/Parley");
            return new AppFolders(support, support, library.resolve("Caches/Parley"));
        }
        return new AppFolders(xdg(env, "XDG_CONFIG_HOME", userHome, ".config"), xdg(env, "XDG_DATA_HOME", userHome, ".local/share"),
                xdg(env, "XDG_CACHE_HOME", userHome, ".cache"));
    }

    /** Unpacked native libraries. */
    public Path natives() {
        return cache.resolve("natives");
    }

    /** Libraries for a graphics card, which the user has installed. */
    public Path cardLibraries() {
        return data.resolve("natives").resolve("cuda");
    }

    /** The log, for finding the cause of an error. */
    public Path logs() {
        return cache.resolve("logs");
    }

    private static Path usable(String home) {
        try {
            var folder = Path.of(home).toAbsolutePath().normalize();
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
                throw Problem.input(HOME + " names " + folder + ", which is not a folder. Set it to a folder, or unset it.");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new Problem(Problem.Kind.INPUT, HOME + " is " + home + ", which is not a valid folder name. Set it to a folder, or unset it.", e);
        }
    }

    private static Path xdg(Map<String, String> env, String name, String userHome, String usual) {
        return absolute(env, name).orElseGet(() -> home(env, userHome).resolve(usual)).resolve("parley");
    }

    /** {@code HOME} as other programs use it; without it (services, cron) what the system knows about the user. */
    private static Path home(Map<String, String> env, String userHome) {
        return absolute(env, "HOME").or(() -> absolute(Map.of("", userHome), "")).orElseThrow(() -> Problem.input(
                "This user has no home folder. Set " + HOME + " to a folder in which Parley can keep its files."));
    }

    private static Optional<Path> absolute(Map<String, String> env, String name) {
        try {
            return Optional.ofNullable(env.get(name)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
