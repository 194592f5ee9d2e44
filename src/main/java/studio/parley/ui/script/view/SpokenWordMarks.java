package studio.parley.ui.script.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.studio.timing.ClipTime;
import studio.parley.ui.script.card.HighlightedText.Mark;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.script.card.VirtualCardList;
import studio.parley.ui.session.ProjectSession;

/** Highlights the words that are being spoken in the cards in view. JavaFX thread only. */
final class SpokenWordMarks {
    private final ProjectSession session;
    private final VirtualCardList<LineCard> flow;
    private Map<LineCard, Mark> marked = Map.of();

    SpokenWordMarks(ProjectSession session, VirtualCardList<LineCard> flow) {
        this.session = session;
        this.flow = flow;
    }

    /** @param playing what is heard at a moment of the timeline; empty if nothing plays */
    void show(List<Part> playing, double seconds) {
        if (playing.isEmpty() && marked.isEmpty()) return;
        var now = new HashMap<LineCard, Mark>();
        for (var part : playing) flow.card(part.line().id()).ifPresent(card -> word(part, seconds).ifPresent(mark -> now.put(card, mark)));
        marked.keySet().stream().filter(card -> !now.containsKey(card)).forEach(card -> card.speak(Optional.empty()));
        now.forEach((card, mark) -> card.speak(Optional.of(mark)));
        marked = now;
    }

    private Optional<Mark> word(Part part, double seconds) {
        var moment = new ClipTime(part, session.arrangement().rate()).inClip(seconds);
        return session.spokenWords().soon(session.document(), part.line(), part.take()).at(moment).map(w -> new Mark(w.from(), w.to(), false));
    }
}
