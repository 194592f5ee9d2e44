package studio.parley.ui.timeline.view;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.timing.ClipMoves;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.session.TimeRange;
import studio.parley.ui.timeline.gesture.ClipActions;
import studio.parley.ui.timeline.gesture.MarkerActions;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/**
 * All commands of the timeline. Keys that other parts of the window use too work only while the timeline has the focus.
 *
 * @param here whether the clips have the focus, and not a switch or field next to them
 */
record TimelineCommands(TimelineModel model, TimelineCanvas surface, ClipActions actions, ObservableBooleanValue here) {
    void register() {
        clips();
        moves();
        tracks();
        view();
        time();
    }

    private ProjectSession session() {
        return model.session();
    }

    private void add(String id, String key, Runnable action) {
        session().services().commands().add(Command.of("timeline." + id, key, action));
    }

    private void local(String id, String key, Runnable action) {
        session().services().commands().add(Command.of("timeline." + id, key, here, action));
    }

    /** An action on the selected clips; without any, a message says so. */
    private Runnable withClips(Runnable action) {
        return () -> {
            if (actions.selected().isEmpty()) session().services().notices().info(Messages.of("timeline.noClip"));
            else action.run();
        };
    }

    private void clips() {
        local("next", "Right", () -> actions.step(1));
        local("previous", "Left", () -> actions.step(-1));
        add("nextClip", "Alt+Period", () -> actions.step(1));
        add("previousClip", "Alt+Comma", () -> actions.step(-1));
        local("trackDown", "Down", () -> actions.stepTrack(1));
        local("trackUp", "Up", () -> actions.stepTrack(-1));
        local("edit", "Enter", withClips(() -> session().focusedLine().ifPresent(l -> actions.typeRelation(l.id()))));
        local("playClip", "Shift+Enter", withClips(() -> session().focusedLine().ifPresent(l -> actions.play(l.id()))));
        local("split", "S", actions::split);
        add("split2", "Shortcut+I", actions::split);
        local("join", "Shortcut+J", withClips(actions::join));
        local("duplicate", "Shortcut+D", withClips(actions::duplicate));
        local("delete", "Delete", withClips(() -> actions.delete(model.options().ripple().get())));
        local("delete2", "Backspace", withClips(() -> actions.delete(model.options().ripple().get())));
        local("deleteTrack", "Shift+Delete", withClips(() -> actions.delete(Ripple.TRACK)));
        local("deleteAll", "Shortcut+Delete", withClips(() -> actions.delete(Ripple.ALL)));
        local("selectAll", "Shortcut+A", () -> {
            var all = actions.ordered().stream().map(p -> p.line().id()).toList();
            session().select(all, session().focusedLine().map(l -> l.id()).or(() -> all.stream().findFirst()));
        });
    }

    private void moves() {
        local("nudgeRight", "Shift+Right", withClips(() -> actions.nudge(10)));
        local("nudgeLeft", "Shift+Left", withClips(() -> actions.nudge(-10)));
        local("nudgeRightFine", "Shortcut+Shift+Right", withClips(() -> actions.nudge(1)));
        local("nudgeLeftFine", "Shortcut+Shift+Left", withClips(() -> actions.nudge(-1)));
        add("pin", "Shift+P", withClips(() -> session().edit(ClipMoves.pin(actions.selected()))));
        add("unpin", "Alt+Shift+P", withClips(() -> session().edit(ClipMoves.unpin(actions.selected()))));
        add("apart", "Alt+A", actions::apart);
        local("gain", "G", withClips(actions::typeGain));
        local("fades", "Shift+F", withClips(actions::typeFades));
        add("duck", "Shift+D", withClips(actions::typeDucking));
        add("faster", "Alt+Equals", withClips(() -> actions.faster(true)));
        add("slower", "Alt+Minus", withClips(() -> actions.faster(false)));
        add("usualSpeed", "Alt+0", withClips(actions::usualSpeed));
        local("speed", "Shift+R", withClips(actions::typeSpeed));
        local("fit", "Shift+E", withClips(actions::typeLength));
        add("ripple", "Alt+P", () -> model.options().ripple().set(model.options().ripple().get().next()));
        add("snap", "Alt+S", () -> model.options().snapping().set(!model.options().snapping().get()));
    }

    private void tracks() {
        add("mute", "Shift+U", () -> speaker().ifPresent(s -> session().edit(ProjectEdits.mute(s, !session().document().track(s).muted()))));
        add("solo", "Shift+S", () -> speaker().ifPresent(s -> session().edit(ProjectEdits.solo(s, !session().document().track(s).solo()))));
    }

    /** The speaker of the focused line. */
    private Optional<Integer> speaker() {
        return session().focusedLine().map(l -> l.speaker());
    }

    private void view() {
        var view = model.viewport();
        add("zoomIn", "Shortcut+Equals", () -> view.zoom(1.5, anchor()));
        add("zoomIn2", "Shortcut+Plus", () -> view.zoom(1.5, anchor()));
        add("zoomOut", "Shortcut+Minus", () -> view.zoom(1 / 1.5, anchor()));
        add("zoomFit", "Shortcut+Shift+F", this::fit);
        add("zoomSelection", "Shortcut+E", this::fitSelection);
        add("follow", "Alt+W", () -> model.options().follow().set(model.options().follow().get().next()));
        add("spectrogram", "Alt+G", () -> model.options().spectrogram().set(!model.options().spectrogram().get()));
        add("louder", "Shortcut+Alt+Up", () -> model.fullScale(model.fullScale() / 1.5));
        add("quieter", "Shortcut+Alt+Down", () -> model.fullScale(model.fullScale() * 1.5));
        add("focus", "Alt+4", actions::focus);
    }

    /** Keys zoom at the playhead if it is visible, else in the middle. */
    private double anchor() {
        double x = model.viewport().x(session().player().position());
        return x >= 0 && x <= model.viewport().width() ? x : model.viewport().width() / 2;
    }

    void fit() {
        double all = model.shown().length();
        // Nothing yet: space for some future lines, so that the first clip does not fill the view.
        model.viewport().show(0, all > 0 ? Math.max(1, all) : 20);
    }

    private void fitSelection() {
        var times = LineTimes.of(session().document());
        var spans = actions.selected().stream().flatMap(l -> times.of(l).stream()).filter(LineTimes.Span::isHeard).toList();
        var loop = session().player().loopProperty().get();
        if (!spans.isEmpty()) {
            model.viewport().show(spans.stream().mapToLong(LineTimes.Span::start).min().getAsLong() / 1000.0,
                    spans.stream().mapToLong(LineTimes.Span::end).max().getAsLong() / 1000.0);
        } else {
            loop.ifPresentOrElse(s -> model.viewport().show(s.from(), s.to()), this::fit);
        }
    }

    private void time() {
        add("marker", "Shortcut+B", () -> MarkerActions.add(model, surface, actions.exact()));
        add("nextMarker", "Shortcut+Shift+Period", () -> MarkerActions.step(model, 1));
        add("previousMarker", "Shortcut+Shift+Comma", () -> MarkerActions.step(model, -1));
        local("nextEdge", "Shortcut+Right", () -> edge(true));
        local("previousEdge", "Shortcut+Left", () -> edge(false));
        add("loopSelection", "Alt+C", this::loopSelection);
        add("loopOff", "Alt+Shift+C", () -> session().player().loop(Optional.empty()));
    }

    private void edge(boolean after) {
        long now = Math.round(session().player().position() * 1000);
        var times = LineTimes.of(session().document());
        var found = after ? times.edgeAfter(now) : times.edgeBefore(now);
        found.ifPresent(at -> {
            session().player().seek(at / 1000.0);
            model.viewport().reveal(at / 1000.0, at / 1000.0);
        });
    }

    private void loopSelection() {
        var times = LineTimes.of(session().document());
        var spans = actions.selected().stream().flatMap(l -> times.of(l).stream()).filter(LineTimes.Span::isHeard).toList();
        if (spans.isEmpty()) session().services().notices().info(Messages.of("timeline.loop.nothing"));
        else session().player().loop(Optional.of(new TimeRange(spans.stream().mapToLong(LineTimes.Span::start).min().getAsLong() / 1000.0,
                spans.stream().mapToLong(LineTimes.Span::end).max().getAsLong() / 1000.0)));
    }
}
