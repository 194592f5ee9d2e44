package studio.parley.studio.project.render;

import studio.parley.problem.Problem;

/** A line has no room beside a reference clip that could be cut. */
public final class OverlongClip extends Problem {
    private final int speaker;
    private final String path;

    OverlongClip(String sentence, int speaker, String path) {
        super(Kind.INPUT, sentence);
        this.speaker = speaker;
        this.path = path;
    }

    /** Whose clip. */
    public int speaker() {
        return speaker;
    }

    /** As the document names it. */
    public String path() {
        return path;
    }
}
