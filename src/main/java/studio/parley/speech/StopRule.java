package studio.parley.speech;

/** Which frame signals the end of speech (csm-model-spec.md, section 2.6). */
public enum StopRule {
    /** All codes zero: Sesame's rule. The frame is not audio. */
    ALL_ZERO,
    /**
     * All codes but the last zero: the rule of transformers' {@code generate}. A stop frame whose last code is not zero is audio there, and
     * is kept here.
     */
    TRANSFORMERS;

    public boolean ends(int[] frame) {
        var compared = this == ALL_ZERO ? frame.length : frame.length - 1;
        for (int k = 0; k < compared; k++) if (frame[k] != 0) return false;
        return true;
    }

    /** Whether a stop frame is played nevertheless. */
    public boolean keeps(int[] frame) {
        return this == TRANSFORMERS && frame[frame.length - 1] != 0;
    }
}
