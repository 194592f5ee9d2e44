package studio.parley.ui.script.view;

import java.util.Optional;
import studio.parley.studio.export.Arrangement;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.session.ProjectSession;

/** Marks the line that is playing, and scrolls along unless somebody types or has disabled that. */
final class ScrollFollower {
    private final ScriptModel model;
    private final ScriptView view;
    private Optional<String> heard = Optional.empty();

    ScrollFollower(ScriptModel model, ScriptView view) {
        this.model = model;
        this.view = view;
    }

    void listen() {
        var player = model.session().player();
        player.positionProperty().subscribe(s -> at(s.doubleValue()));
        player.playingProperty().subscribe(on -> at(player.position()));
    }

    private void at(double seconds) {
        var now = model.session().player().playingProperty().get() ? part(seconds) : Optional.<Arrangement.Part>empty();
        var line = now.map(p -> p.line().id());
        double progress = now.map(p -> (seconds * ProjectSession.RATE - p.start()) / p.frames()).orElse(-1.0);
        view.details().heard(line, progress);
        if (line.equals(heard)) return;
        heard = line;
        view.refresh();
        if (model.followingProperty().get() && model.caretProperty().get().isEmpty()) line.ifPresent(view.flow()::reveal);
    }

    /** The last started line of those that are playing. */
    private Optional<Arrangement.Part> part(double seconds) {
        var arrangement = model.session().arrangement();
        double frame = seconds * arrangement.rate();
        return arrangement.parts().stream().filter(p -> p.start() <= frame && frame < p.end()).reduce((a, b) -> b);
    }
}
