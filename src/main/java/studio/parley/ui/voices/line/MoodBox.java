package studio.parley.ui.voices.line;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FocusRestorer;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** Which of its speaker's clips a line uses, by style; only there if there is something to choose. */
final class MoodBox extends VBox {
    private final ProjectSession session;
    private final FlowPane choices = new FlowPane();

    MoodBox(ProjectSession session) {
        this.session = session;
        setId("line-mood");
        getStyleClass().add("mood-box");
        var title = Controls.label(Messages.of("voices.line.mood"), "section");
        choices.getStyleClass().add("chips");
        getChildren().addAll(title, choices);
    }

    void show(List<Line> lines) {
        var moods = new LinkedHashSet<String>();
        for (var line : lines) moods.addAll(moods(line));
        Visibility.show(!moods.isEmpty(), this);
        var now = lines.stream().map(l -> session.document().decoration(l.id()).listening().mood()).distinct().toList();
        FocusRestorer.around(choices, () -> {
            var group = new ToggleGroup();
            choices.getChildren().clear();
            choices.getChildren().add(choice(group, lines, "", now));
            for (var mood : moods) choices.getChildren().add(choice(group, lines, mood, now));
        });
    }

    private Set<String> moods(Line line) {
        var out = new LinkedHashSet<String>();
        var track = session.document().track(line.speaker());
        for (var r : session.document().conversation().speaker(line.speaker()).references()) {
            var mood = track.reference(r.path()).mood();
            if (!mood.isBlank()) out.add(mood);
        }
        return out;
    }

    private ToggleButton choice(ToggleGroup group, List<Line> lines, String mood, List<String> now) {
        boolean chosen = now.size() == 1 && now.getFirst().equalsIgnoreCase(mood);
        return Controls.chip(group, mood.isEmpty() ? Messages.of("voices.line.usual") : mood, chosen,
                () -> session.edit(TakeEdits.mood(lines.stream().map(Line::id).toList(), mood)));
    }
}
