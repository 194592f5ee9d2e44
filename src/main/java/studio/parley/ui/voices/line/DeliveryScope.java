package studio.parley.ui.voices.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** Whose delivery is shown and set: that of lines, or of a speaker. */
sealed interface DeliveryScope {
    /** A delivery of its own, and what it inherits from: each with its origin, nearest first. */
    record Subject(Delivery own, List<Level> above) {
        /** The effective value and its origin; empty text for the subject itself. */
        Value value(DeliveryField field) {
            var mine = field.of(own);
            if (mine != null) return new Value(mine, "");
            for (var level : above) {
                var theirs = field.of(level.delivery());
                if (theirs != null) return new Value(theirs, level.name());
            }
            return new Value(null, above.getLast().name());
        }
    }

    /** A level to inherit from. */
    record Level(String name, Delivery delivery) {}

    /** An effective value; null if the model or the text decides. */
    record Value(@Nullable Number number, String from) {}

    List<Subject> subjects();

    /** @param key what is changed: consecutive changes of the same are one step */
    void change(String key, UnaryOperator<Delivery> change);

    /** The lines that are selected. */
    record OfLines(ProjectSession session, List<Line> lines) implements DeliveryScope {
        @Override
        public List<Subject> subjects() {
            return lines.stream().map(l -> {
                var conversation = session.document().conversation();
                var speaker = conversation.speaker(l.speaker());
                return new Subject(l.delivery(), levels(session, new Level(speaker.name(), speaker.delivery())));
            }).toList();
        }

        @Override
        public void change(String key, UnaryOperator<Delivery> change) {
            session.edit(LineEdits.adjust(lines.stream().map(Line::id).toList(), key, change));
        }
    }

    /** A speaker's default. */
    record OfSpeaker(ProjectSession session, int number) implements DeliveryScope {
        @Override
        public List<Subject> subjects() {
            return List.of(new Subject(session.document().conversation().speaker(number).delivery(), levels(session)));
        }

        @Override
        public void change(String key, UnaryOperator<Delivery> change) {
            session.edit(ProjectEdits.speakerDelivery(number, change.apply(session.document().conversation().speaker(number).delivery())));
        }
    }

    private static List<Level> levels(ProjectSession session, Level... nearer) {
        var out = new ArrayList<>(List.of(nearer));
        out.add(new Level(Messages.of("voices.from.project"), session.document().conversation().delivery()));
        out.add(new Level(Messages.of("voices.from.model"), session.speech().defaults().delivery()));
        return out;
    }
}
