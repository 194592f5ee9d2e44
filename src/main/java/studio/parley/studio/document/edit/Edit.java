package studio.parley.studio.document.edit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.parley.studio.document.model.Document;

/**
 * One change of the document by a user: its name in the history, and a pure function. The journal stores the difference it makes, so any
 * function is possible.
 *
 * @param joins consecutive edits with the same key within a second become one step (typing, dragging a slider)
 */
public record Edit(String label, Optional<String> joins, UnaryOperator<Document> change) {
    public static Edit of(String label, UnaryOperator<Document> change) {
        return new Edit(label, Optional.empty(), change);
    }

    public static Edit joining(String label, String key, UnaryOperator<Document> change) {
        return new Edit(label, Optional.of(key), change);
    }
}
