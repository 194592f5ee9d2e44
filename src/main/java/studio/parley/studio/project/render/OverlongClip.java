package studio.parley.studio.project.render;

import studio.parley.problem.Problem;

/** A line does not fit in the context because of a reference clip that could be trimmed. */
public final class OverlongClip extends Problem {
    private final int speaker;
    private final String path;

    OverlongClip(String sentence, int speaker, String path) {
        super(Kind.INPUT, sentence);
        this.speaker = speaker;
        this.path = path;
    }

    /** The speaker of the clip. */
    public int speaker() {
        return speaker;
    }

    /** The clip's path in the document. */
    public String path() {
        return path;
    }
}
