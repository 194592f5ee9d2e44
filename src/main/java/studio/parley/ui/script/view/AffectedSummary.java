package studio.parley.ui.script.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SideBySide;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** A summary of all amber lines: how many good takes have a changed context, and what can be done. Hidden if there are none. */
final class AffectedSummary extends StackPane {
    private final Label words = Controls.words("", "small");
    private final Button render;

    AffectedSummary(ProjectSession session) {
        setId("affected");
        getStyleClass().add("affected");
        var dot = new Region();
        dot.getStyleClass().add("dot");
        var said = Controls.row(8, dot, words);
        render = button(session, "render.affected", "");
        var accept = button(session, "takes.acceptAll", Messages.of("script.affected.accept"));
        getChildren().add(new SideBySide(said, Controls.row(8, render, accept)));
        session.needsProperty().subscribe(this::show);
    }

    private static Button button(ProjectSession session, String command, String label) {
        var button = Controls.button(label, () -> session.services().commands().run(command), "small", "flat");
        button.setId(command.replace('.', '-'));
        return button;
    }

    private void show(RenderNeeds needs) {
        int count = needs.affected().size();
        words.setText(Messages.of("script.affected", count));
        render.setText(Messages.of("script.affected.render", count));
        Visibility.show(count > 0, this);
    }
}
