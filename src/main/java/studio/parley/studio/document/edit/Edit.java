package studio.parley.studio.document.edit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.parley.studio.document.model.Document;

/**
 * One thing a user does to the document: its name in the history, and a pure function. What is journaled is the difference it
 * makes, so any function will do.
 *
 * @param joins edits that follow each other with the same key and within a second are one step (typing, dragging a slider)
 */
public record Edit(String label, Optional<String> joins, UnaryOperator<Document> change) {
    public static Edit of(String label, UnaryOperator<Document> change) {
        return new Edit(label, Optional.empty(), change);
    }

    public static Edit joining(String label, String key, UnaryOperator<Document> change) {
        return new Edit(label, Optional.of(key), change);
    }
}
