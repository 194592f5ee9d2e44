package studio.parley.studio.document.edit;

import java.util.List;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;

/** The two speakers of a new project, so that Enter can continue with the other one; the speakers of an imported script replace them. */
public final class FirstSpeakers {
    private static final List<Speaker> BOTH = List.of(Speaker.named(0, "Speaker 1"), Speaker.named(1, "Speaker 2"));

    private FirstSpeakers() {}

    /** A document with the two, if it has no speakers. */
    public static Document in(Document document) {
        return document.conversation().speakers().isEmpty() ? document.withSpeakers(BOTH) : document;
    }
}
