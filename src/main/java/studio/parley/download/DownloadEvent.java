package studio.parley.download;

/** What a download does. */
public sealed interface DownloadEvent {
    /** {@code done} of {@code total} bytes of all files are here. */
    record Received(String file, long done, long total) implements DownloadEvent {}

    /** {@code done} of the {@code total} bytes of a finished file are compared with its hash. */
    record Checked(String file, long done, long total) implements DownloadEvent {}

    /** The connection failed for the reason given; the next attempt is in {@code seconds}. */
    record Waiting(String reason, long seconds) implements DownloadEvent {}
}
