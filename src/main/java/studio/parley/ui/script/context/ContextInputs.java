package studio.parley.ui.script.context;

import java.util.Optional;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.render.ContextBudget;

/** Everything that determines what is shown of a line's context: typing in the line itself does not. */
record ContextInputs(Document document, Line line, Optional<ContextBudget> budget, ModelDefaults defaults) {
    /** Whether the same is shown for certain; checks only which lines differ. */
    boolean isLike(ContextInputs other) {
        return isPlacedLike(other.line()) && budget.equals(other.budget()) && defaults.equals(other.defaults()) && sharesAll(other.document())
                && hasSameBefore(other.document());
    }

    private boolean isPlacedLike(Line other) {
        return line.id().equals(other.id()) && line.speaker() == other.speaker() && line.pauseMillis() == other.pauseMillis()
                && line.relation().equals(other.relation());
    }

    private boolean sharesAll(Document other) {
        return document.decorations() == other.decorations() && document.tracks().equals(other.tracks()) && document.settings().equals(other.settings())
                && document.conversation().speakers().equals(other.conversation().speakers()) && document.pronunciations().equals(other.pronunciations());
    }

    private boolean hasSameBefore(Document other) {
        for (int i = 0; i < Math.min(document.lines().size(), other.lines().size()); i++) {
            var here = document.lines().get(i);
            var there = other.lines().get(i);
            if (here.id().equals(line.id())) return there.id().equals(line.id());
            if (here != there) return false;
        }
        return false;
    }
}
