package studio.parley.speech;

/** Whether and why a line has ended. */
public enum StopReason {
    /** Not ended yet. */
    SPEAKING,
    /** The model signalled the end. */
    END_OF_SPEECH,
    /** The maximum number of frames was reached; the model would have continued. */
    LIMIT,
    /** It was no longer needed. */
    CANCELLED
}
