package studio.parley.ui.script.view;

import java.util.Optional;
import studio.parley.studio.export.Arrangement;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.session.ProjectSession;

/** Marks the line that is playing, and scrolls along unless somebody types or has disabled that. */
final class ScrollFollower {
    private final ScriptModel model;
    private final ScriptView view;
    private final SpokenWordMarks words;
    private Optional<String> heard = Optional.empty();

    ScrollFollower(ScriptModel model, ScriptView view) {
        this.model = model;
        this.view = view;
        words = new SpokenWordMarks(model.session(), view.flow());
    }

    void listen() {
        var player = model.session().player();
        player.positionProperty().subscribe(s -> at(s.doubleValue()));
        player.playingProperty().subscribe(on -> at(player.position()));
        model.session().spokenWords().versionProperty().subscribe(() -> at(player.position()));
    }

    private void at(double seconds) {
        var playing = model.session().player().sounding();
        words.show(playing, seconds);
        // The last started one.
        var now = playing.isEmpty() ? Optional.<Arrangement.Part>empty() : Optional.of(playing.getLast());
        var line = now.map(p -> p.line().id());
        double progress = now.map(p -> (seconds * ProjectSession.RATE - p.start()) / p.frames()).orElse(-1.0);
        view.details().heard(line, progress);
        if (line.equals(heard)) return;
        heard = line;
        view.refresh();
        if (model.followingProperty().get() && model.caretProperty().get().isEmpty()) line.ifPresent(view.flow()::reveal);
    }
}
