package studio.parley.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;

/** The window's name in the system: the project, and before it how rendering goes, for whoever looks from elsewhere. */
record WindowTitle(Stage stage) {
    void of(Optional<Desk> desk) {
        stage.titleProperty().unbind();
        if (desk.isEmpty()) stage.setTitle("Parley");
        else stage.titleProperty().bind(Bindings.createStringBinding(() -> words(desk.get()), desk.get().documentProperty(), desk.get().speech().statuses()));
    }

    private static String words(Desk desk) {
        var title = desk.document().conversation().title();
        var named = (title.isEmpty() ? Texts.of("shell.untitled") : title) + " – Parley";
        long busy = desk.speech().statuses().values().stream().filter(s -> !s.isFinal()).count();
        return busy == 0 ? named : Texts.of("shell.title.busy", busy, named);
    }
}
