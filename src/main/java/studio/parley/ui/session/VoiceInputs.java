package studio.parley.ui.session;

import java.util.List;
import java.util.Map;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;

/** What the voices of a document depend on: equal as long as they are the same. */
record VoiceInputs(List<Speaker> speakers, List<Map<String, ReferenceMetadata>> references) {
    static VoiceInputs of(Document document) {
        var speakers = document.conversation().speakers();
        return new VoiceInputs(speakers, speakers.stream().map(s -> document.track(s.number()).references()).toList());
    }
}
