package studio.parley.ui.session;

import java.util.Map;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.document.model.WordsChange;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement;

/**
 * An open project, and everything derived from it.
 *
 * @param sound the arrangement of the last audible change
 * @param staleness of every line, by id; empty before it was computed
 */
record SessionState(Document document, Selection selection, Arrangement arrangement, Arrangement sound, Map<String, Staleness> staleness,
                    RenderNeeds needs) {
    static SessionState of(Document document, Selection selection) {
        var arrangement = Arrangement.of(document, ProjectSession.RATE);
        return new SessionState(document, selection, arrangement, arrangement, Map.of(), RenderNeeds.NONE);
    }

    SessionState with(Selection other) {
        return new SessionState(document, other, arrangement, sound, staleness, needs);
    }

    /** After a change of the document; what does not depend on text stays the same if only text has changed. */
    SessionState after(Document now, Selection chosen, Map<String, Staleness> judged) {
        var words = WordsChange.between(document, now);
        if (words.isEmpty()) {
            var laidOut = Arrangement.of(now, ProjectSession.RATE);
            return new SessionState(now, chosen, laidOut, laidOut, judged, RenderNeeds.of(now, judged));
        }
        return new SessionState(now, chosen, arrangement.saying(words.get()), sound, judged, judged == staleness ? needs : RenderNeeds.of(now, judged));
    }
}
