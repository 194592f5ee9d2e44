package studio.parley.download.hub;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.parley.download.Checksum;
import studio.parley.download.RemoteFile;
import studio.parley.download.Token;
import studio.parley.problem.Problem;

/**
 * A repository at one commit.
 *
 * @param base the address below which its files are
 * @param page its page for people
 * @param licence as its model card states it
 * @param token what its files need, if they need one
 */
public record HubRepository(RepositoryName name, String commit, URI base, URI page, Optional<String> licence, Optional<Token> token, Map<String, Listed> listing) {
    /** A file as listed; {@code size} is -1 if it is not stated. */
    record Listed(long size, Optional<Checksum> checksum) {}

    public HubRepository {
        listing = Collections.unmodifiableMap(new TreeMap<>(listing));
    }

    /** The names of its files, those in subfolders excepted. */
    public Set<String> names() {
        return listing.keySet();
    }

    public RemoteFile file(String file) {
        var listed = listing.get(file);
        if (listed == null) throw Problem.model(name + " has no " + file + ". Choose another model.");
        return new RemoteFile(URI.create(base + file), file, listed.size(), listed.checksum());
    }
}
