package studio.parley.speech;

/** Where a line stands. */
public enum StopReason {
    /** Not ended yet. */
    SPEAKING,
    /** The model said it is done. */
    END_OF_SPEECH,
    /** The most frames asked for were made; the model would have gone on. */
    LIMIT
}
