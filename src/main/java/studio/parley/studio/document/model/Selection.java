package studio.parley.studio.document.model;

import java.util.List;
import java.util.Optional;

/** The selection, stored with each step of the history so that undo shows what it changed: line ids, and the one with the cursor. */
public record Selection(List<String> lines, Optional<String> focus) {
    public static final Selection NONE = new Selection(List.of(), Optional.empty());

    public Selection {
        lines = List.copyOf(lines);
    }

    public static Selection of(String line) {
        return new Selection(List.of(line), Optional.of(line));
    }
}
