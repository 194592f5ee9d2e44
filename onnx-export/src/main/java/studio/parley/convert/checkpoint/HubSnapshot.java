package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A folder in Hugging Face's cache: {@code models--OWNER--NAME/snapshots/COMMIT}. */
record HubSnapshot(String repository, String revision) {
    private static final Pattern PATH = Pattern.compile(".*models--(.+?)--(.+)/snapshots/([0-9a-f]{40})/?");

    static Optional<HubSnapshot> of(Path folder) {
        var m = PATH.matcher(folder.toAbsolutePath().normalize().toString().replace('\\', '/'));
        return m.matches() ? Optional.of(new HubSnapshot(m.group(1) + "/" + m.group(2), m.group(3))) : Optional.empty();
    }
}
