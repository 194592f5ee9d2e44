package studio.parley.ui.queue;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.session.ProjectSession;

/** Reviews the takes line by line: the current line, and the actions of the keys. JavaFX thread only. */
final class ListeningPass {
    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<Optional<String>> line = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription watching;
    /** Whether the current playback is ours: when it ends by itself, the next line follows. */
    private boolean running;
    /** Counts playbacks, so that the end of an earlier one does not advance a later one. */
    private int round;

    ListeningPass(ProjectSession session) {
        this.session = session;
        // Later: the player is still reporting that it stopped.
        watching = session.player().playingProperty().subscribe((was, is) -> {
            int of = round;
            if (!is && running) Platform.runLater(() -> {
                if (running && of == round) next();
            });
        });
    }

    ReadOnlyObjectProperty<Optional<String>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    ProjectSession session() {
        return session;
    }

    Optional<Line> current() {
        return line.get().flatMap(session.document()::line);
    }

    /** Starts at the line with the cursor, or the first after it that has a take. */
    void start() {
        var lines = session.document().lines();
        int from = session.focusedLine().map(l -> session.document().indexOf(l.id())).orElse(0);
        go(from, 1, lines);
    }

    void next() {
        go(index() + 1, 1, session.document().lines());
    }

    void previous() {
        go(index() - 1, -1, session.document().lines());
    }

    private int index() {
        return line.get().map(session.document()::indexOf).orElse(-1);
    }

    private void go(int from, int step, List<Line> lines) {
        for (int i = from; i >= 0 && i < lines.size(); i += step) {
            if (session.arrangement().part(lines.get(i).id()).isEmpty()) continue;
            line.set(Optional.of(lines.get(i).id()));
            session.select(Selection.of(lines.get(i).id()));
            replay();
            return;
        }
        hush();
    }

    /** Plays the current line from its start. */
    void replay() {
        hush();
        var arrangement = session.arrangement();
        line.get().flatMap(arrangement::part).ifPresent(p -> {
            session.player().playRange(arrangement.seconds(p.start()), arrangement.seconds(p.end()));
            running = session.player().playingProperty().get();
        });
    }

    void pause() {
        if (running) hush();
        else replay();
    }

    private void hush() {
        round++;
        running = false;
        if (session.player().playingProperty().get()) session.player().stop();
    }

    /** Rates the take in use; the same rating again removes it. */
    void stars(int count) {
        current().ifPresent(l -> l.sounding().ifPresent(t -> {
            int now = session.document().decoration(l.id()).stars().getOrDefault(t.id(), 0);
            session.edit(TakeEdits.stars(l.id(), t.id(), now == count ? 0 : count));
        }));
    }

    void flag() {
        current().ifPresent(l -> session.edit(TakeEdits.flag(List.of(l.id()), !session.document().decoration(l.id()).flagged())));
    }

    void lock() {
        current().ifPresent(l -> session.edit(TakeEdits.lock(List.of(l.id()), !session.document().decoration(l.id()).locked())));
    }

    /** Renders another take while playback continues. */
    void retake() {
        current().ifPresent(l -> session.speech().render(List.of(l.id()), 1));
    }

    /** Uses the next or previous take and plays it at once. */
    void take(int step) {
        current().ifPresent(l -> {
            if (l.takes().size() < 2) return;
            int at = l.sounding().map(l.takes()::indexOf).orElse(0);
            Take other = l.takes().get(Math.floorMod(at + step, l.takes().size()));
            hush();
            session.edit(TakeEdits.choose(l.id(), Optional.of(other.id())));
            replay();
        });
    }

    void end() {
        hush();
        watching.unsubscribe();
    }
}
