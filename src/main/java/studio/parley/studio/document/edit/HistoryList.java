package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.List;
import studio.parley.studio.document.journal.Project;

/**
 * The history as a list, oldest first: steps that are done, then steps that are undone and can be redone.
 *
 * @param steps in the order they were done
 * @param done how many of them are in effect; the rest are undone
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

    /** The argument for {@link Project#goTo} so that the first {@code kept} steps are in effect. */
    public int undone(int kept) {
        return Math.clamp((long) steps.size() - kept, 0, steps.size());
    }
}
