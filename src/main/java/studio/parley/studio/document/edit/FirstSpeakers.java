package studio.parley.studio.document.edit;

import java.util.List;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;

/** The two speakers a new project begins with, so that Enter has somebody to go on with; they make way for those of a script. */
public final class FirstSpeakers {
    private static final List<Speaker> BOTH = List.of(Speaker.named(0, "Speaker 1"), Speaker.named(1, "Speaker 2"));

    private FirstSpeakers() {}

    /** A document with the two, if it has no speakers. */
    public static Document in(Document document) {
        return document.conversation().speakers().isEmpty() ? document.withSpeakers(BOTH) : document;
    }
}
