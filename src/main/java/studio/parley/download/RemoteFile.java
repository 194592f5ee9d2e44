package studio.parley.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.problem.Problem;

/**
 * A file to fetch.
 *
 * @param name its name in the folder: letters, digits, dots, dashes and underscores, so that no server can choose another place
 * @param size in bytes
 * @param checksum the hash of its content, if the server publishes one
 */
public record RemoteFile(URI address, String name, long size, Optional<Checksum> checksum) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}");

    public RemoteFile {
        if (!isName(name)) throw Problem.model("A file is called \"" + name + "\" on the server, which Parley does not accept as a file name. Choose another model.");
        if (size < 0) throw Problem.model("The server does not say how large " + name + " is. Try again later, or choose another model.");
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The finished file. It gets this name only when its size and hash are right. */
    public Path in(Path folder) {
        return folder.resolve(name);
    }

    /** What has been received so far. */
    Path part(Path folder) {
        return folder.resolve(name + ".part");
    }

    /** The entity tag of the version that {@link #part} belongs to. */
    Path tag(Path folder) {
        return folder.resolve(name + ".part.etag");
    }

    /** The server, for messages. */
    String host() {
        return address.getHost() == null ? address.toString() : address.getHost();
    }
}
