package studio.parley.convert.graph;

/** Called with how far the writing of weights is; called often, from the thread that writes. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (tensor, done, total) -> { };

    /** {@code tensor} is being written; {@code done} of {@code total} bytes of all weight files are. */
    void wrote(String tensor, long done, long total);
}
