package studio.parley.ui.voices;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The card of a speaker without a clip: the three ways to add one. */
final class EmptyVoice extends VBox {
    EmptyVoice(ProjectSession session, ReferenceClipController work, int speaker, Consumer<Node> below, Runnable close) {
        getStyleClass().add("empty-voice");
        var words = Controls.words(Messages.of("voices.empty"), "muted", "small");
        var ways = new FlowPane(10, 2,
                link("voices.file", () -> work.choose(speaker, getScene().getWindow())),
                link("voices.record", () -> below.accept(work.recorder(speaker, close))),
                link("voices.library.take", () -> below.accept(work.library(speaker, close))));
        getChildren().addAll(words, ways);
    }

    private static Hyperlink link(String key, Runnable action) {
        var link = new Hyperlink(Messages.of(key));
        link.getStyleClass().add("small");
        link.setOnAction(e -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
