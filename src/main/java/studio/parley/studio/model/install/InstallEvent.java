package studio.parley.studio.model.install;

import java.util.List;

/** What happens while a model is being installed. */
public sealed interface InstallEvent {
    /** In this order. */
    enum Stage { LOOKING, DOWNLOADING, VERIFYING, UNPACKING, CONVERTING, TESTING, DONE }

    /**
     * A repository was found; nothing large has been downloaded yet.
     *
     * @param bytes of all files
     * @param missing of those that are not here yet
     * @param terms author and licence of its parts
     */
    record Found(String repository, String commit, long bytes, long missing, List<String> terms) implements InstallEvent {}

    /**
     * The progress of the whole job.
     *
     * @param fraction 0 to 1
     * @param done of {@code total} bytes, of the download; 0 in other stages
     * @param bytesPerSecond 0 if unknown
     * @param secondsLeft of the stage; negative if unknown
     */
    record Progress(Stage stage, double fraction, long done, long total, double bytesPerSecond, double secondsLeft, String what) implements InstallEvent {}

    /** The precision that was chosen for this machine, and why. */
    record Chosen(String precision, String reason) implements InstallEvent {}

    /** Something a person should know. */
    record Notice(String sentence) implements InstallEvent {}

    /** The connection failed; the next attempt follows in {@code seconds}. */
    record Waiting(String reason, long seconds) implements InstallEvent {}
}
