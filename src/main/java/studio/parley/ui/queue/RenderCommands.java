package studio.parley.ui.queue;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import studio.parley.dialogue.Line;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/** Commands for rendering, for the queue and for a listening pass. */
public record RenderCommands(ProjectSession session, Supplier<Scene> scene) {
    public void register() {
        var speech = session.speech();
        var waits = Bindings.createBooleanBinding(() -> speech.jobs().stream().anyMatch(j -> !j.status().hasFailed()), speech.jobs());
        var failed = Bindings.createBooleanBinding(() -> speech.jobs().stream().anyMatch(j -> j.status().hasFailed()), speech.jobs());
        var affected = Bindings.createBooleanBinding(() -> !session.needs().affected().isEmpty(), session.needsProperty());
        var some = Bindings.createBooleanBinding(() -> !chosen().isEmpty(), session.selectionProperty(), session.documentProperty());
        session.services().commands().add(
                Command.of("render.line", "Shortcut+R", some, () -> session.focusedLine().ifPresent(l -> speech.render(List.of(l.id()), 1))),
                Command.of("render.selection", "Shortcut+Alt+R", some, () -> speech.render(chosen(), 1)),
                Command.of("render.stale", "Shortcut+Shift+R", speech::renderNeeded),
                Command.of("render.affected", "Shortcut+Alt+A", affected, speech::renderAffected),
                Command.of("takes.acceptAll", "Shortcut+Alt+G", affected, () -> session.accept(session.needs().affected())),
                Command.of("render.all", "Shortcut+Shift+Alt+R", speech::renderAll));
        session.services().commands().add(
                Command.of("render.pause", "Alt+Q", this::pause),
                // Failed lines stay: they are not work, but something to look at.
                Command.of("render.cancel", "Shortcut+Shift+X", waits, () -> speech.queue(r -> r.cancel(lines(j -> !j.status().hasFailed())))),
                Command.of("render.cancelLine", "Shift+X", some, () -> speech.queue(r -> r.cancel(chosen()))),
                Command.of("render.retry", "Shortcut+Alt+T", failed, () -> speech.ask(r -> r.retry(lines(j -> j.status().hasFailed())))),
                Command.of("transport.listen", "Shortcut+L", () -> new ListeningCard(new ListeningPass(session)).show(scene.get())));
    }

    private List<String> chosen() {
        var selected = session.selectedLines();
        return (selected.isEmpty() ? session.focusedLine().stream().toList() : selected).stream().map(Line::id).toList();
    }

    private void pause() {
        if (session.speech().pausedProperty().get()) session.speech().queue(RenderQueue::resume);
        else session.speech().queue(RenderQueue::pause);
    }

    private List<String> lines(Predicate<QueuedLine> wanted) {
        return session.speech().jobs().stream().filter(wanted).map(QueuedLine::line).toList();
    }
}
