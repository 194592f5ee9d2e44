package studio.parley.download.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model repository on Hugging Face.
 *
 * @param revision a branch, tag or commit
 */
public record RepositoryName(String owner, String name, String revision) {
    /** The branch of every repository. */
    public static final String MAIN = "main";
    private static final String PART = "([A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?)";
    private static final Pattern TEXT = Pattern.compile("(?:https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/)?" + PART + "/" + PART
            + "(?:(?:@|/tree/)([A-Za-z0-9][A-Za-z0-9._/-]{0,200}?))?/?");

    public static RepositoryName of(String owner, String name) {
        return new RepositoryName(owner, name, MAIN);
    }

    /** {@code owner/name}, {@code owner/name@revision} or the address of its page. */
    public static Optional<RepositoryName> parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches() || text.contains("..")) return Optional.empty();
        return Optional.of(new RepositoryName(m.group(1), m.group(2), m.group(3) == null ? MAIN : m.group(3)));
    }

    /** {@code owner/name}. */
    public String path() {
        return owner + "/" + name;
    }

    @Override
    public String toString() {
        return path() + (revision.equals(MAIN) ? "" : "@" + revision);
    }
}
