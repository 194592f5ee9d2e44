package studio.parley.ui.queue;

import java.util.Optional;
import java.util.TreeMap;
import javafx.util.Subscription;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.session.ProjectSession;

/**
 * Lets the queue follow the playhead: what will play next is rendered first. A line that is dragged elsewhere stays there until the
 * playhead moves on.
 */
final class PlayheadPriority {
    private final ProjectSession session;
    private final TreeMap<Long, String> starts = new TreeMap<>();
    private boolean known;
    private Optional<String> last = Optional.empty();

    PlayheadPriority(ProjectSession session) {
        this.session = session;
    }

    Subscription begin() {
        return Subscription.combine(session.documentProperty().subscribe((was, is) -> known = false),
                session.player().positionProperty().subscribe((was, is) -> moved(is.doubleValue())));
    }

    private void moved(double seconds) {
        if (session.speech().jobs().isEmpty()) return;
        if (!known) learn();
        var here = Optional.ofNullable(starts.floorEntry(Math.round(seconds * 1000))).map(java.util.Map.Entry::getValue);
        if (here.equals(last)) return;
        last = here;
        here.ifPresent(session.speech()::follow);
    }

    private void learn() {
        starts.clear();
        var times = LineTimes.of(session.document());
        for (var line : session.document().lines()) times.of(line.id()).ifPresent(s -> starts.putIfAbsent(s.start(), line.id()));
        known = true;
    }
}
