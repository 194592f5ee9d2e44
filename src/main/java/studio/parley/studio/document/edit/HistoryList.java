package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.List;
import studio.parley.studio.document.journal.Project;

/**
 * The history as a list to read, oldest first: what was done, then what was undone and can be done again.
 *
 * @param steps in the order they were done
 * @param done how many of them are in force; the rest are undone
 */
public record HistoryList(List<String> steps, int done) {
    public HistoryList {
        steps = List.copyOf(steps);
    }

    public static HistoryList of(History history) {
        var labels = new ArrayList<String>();
        history.past().reversed().forEach(s -> labels.add(s.label()));
        int done = labels.size();
        history.future().forEach(s -> labels.add(s.label()));
        return new HistoryList(labels, done);
    }

    /** What {@link Project#goTo} is to be given so that the first {@code kept} steps are in force. */
    public int undone(int kept) {
        return Math.clamp((long) steps.size() - kept, 0, steps.size());
    }
}
