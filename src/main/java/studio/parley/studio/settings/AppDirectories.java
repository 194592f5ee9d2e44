package studio.parley.studio.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.parley.io.AppFolders;

/** Parley's folders for this user ({@link AppFolders}): settings and key, models, caches; and the folder of the program itself. */
public record AppDirectories(Path settings, Path data, Path cache, Optional<Path> program) {
    /** The folders of this user on this machine; nothing is created. */
    public static AppDirectories ofUser() {
        return of(AppFolders.ofUser(), Optional.ofNullable(System.getProperty("parley.program")).map(Path::of));
    }

    /** All in one folder. */
    public static AppDirectories under(Path home, Optional<Path> program) {
        return of(AppFolders.under(home), program);
    }

    private static AppDirectories of(AppFolders folders, Optional<Path> program) {
        return new AppDirectories(folders.settings(), folders.data(), folders.cache(), program);
    }

    public static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank());
    }

    public Path settingsFile() {
        return settings.resolve("settings.json");
    }

    public Path keyFile() {
        return settings.resolve("watermark.key");
    }

    /** The default location of converted models. */
    public Path models() {
        return data.resolve("models");
    }

    /** The default location of converted recognisers. */
    public Path recognisers() {
        return data.resolve("recognisers");
    }

    /** The default location of converted speaker encoders. */
    public Path speakerEncoders() {
        return data.resolve("speaker-encoders");
    }

    /** Models that are being downloaded. */
    public Path downloads() {
        return data.resolve("downloads");
    }

    /** Libraries for a graphics card. */
    public Path cardLibraries() {
        return new AppFolders(settings, data, cache).cardLibraries();
    }

    /** The Hugging Face token that the user has given to Parley. */
    public Path tokenFile() {
        return settings.resolve("huggingface-token");
    }

    /** Locks that show which models are open. */
    public Path openModels() {
        return cache.resolve("open-models");
    }

    /** Encoded reference clips, so that each is encoded once. */
    public Path references() {
        return cache.resolve("references");
    }

    /** Results of model checks. */
    public Path checkedModels() {
        return cache.resolve("checked-models");
    }

    /** Folders whose subfolders may be models, in order of preference. */
    public List<Path> modelFolders() {
        var bundled = program.map(p -> p.resolve("assets")).filter(Files::isDirectory);
        return bundled.map(b -> List.of(models(), b)).orElse(List.of(models()));
    }
}
