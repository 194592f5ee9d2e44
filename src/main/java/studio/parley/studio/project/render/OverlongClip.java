package studio.parley.studio.project.render;

import studio.parley.problem.Problem;
import studio.parley.speech.ContextOverflow;

/** A line does not fit in the context because of a reference clip that could be trimmed. */
public final class OverlongClip extends Problem {
    private final int speaker;
    private final String path;
    private final ContextOverflow overflow;

    OverlongClip(ContextOverflow overflow, int speaker, String path, String name) {
        super(Kind.INPUT, overflow.sentence(name, "Trim it to its best 10 to 20 s and shorten its transcript to match."));
        this.overflow = overflow;
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

    /** The same for somebody who knows the clip by another name and is to do something else about it. */
    public Problem named(String clip, String advice) {
        return Problem.input(overflow.sentence("the reference clip " + clip, advice));
    }
}
