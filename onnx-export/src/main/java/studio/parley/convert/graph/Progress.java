package studio.parley.convert.graph;

/** Receives the progress of writing weights; called often, from the writing thread. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (tensor, done, total) -> { };

    /** {@code tensor} is being written; {@code done} of {@code total} bytes of all weight files are. */
    void wrote(String tensor, long done, long total);
}
