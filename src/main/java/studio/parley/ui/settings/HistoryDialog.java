package studio.parley.ui.settings;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** All steps of the project, the newest on top; choosing one goes back (or forward) to the state after it. */
final class HistoryDialog {
    private record Step(String label, int undone, boolean future) {}

    private final ProjectSession session;
    private final ListView<Step> list = new ListView<>();
    private boolean filling;

    HistoryDialog(ProjectSession session) {
        this.session = session;
    }

    void show(Scene scene) {
        list.setId("history");
        ModalDialog.size(list, scene, session.services().theme(), 420, 460);
        list.setCellFactory(l -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(step -> {
            // Later: the list is filled again then, which must not happen while an item is being selected.
            if (step != null && !filling) Platform.runLater(() -> session.goTo(step.undone()));
        });
        list.setPlaceholder(new Label(Messages.of("settings.history.none")));
        Subscription following = session.documentProperty().subscribe(d -> fill());
        fill();
        var sheet = new ModalDialog(Messages.of("settings.history"), list).onClosed(following::unsubscribe);
        sheet.button("close", Messages.of("shell.close"), sheet::close);
        sheet.over(scene);
        list.requestFocus();
    }

    private void fill() {
        var history = session.project().history();
        filling = true;
        list.getItems().clear();
        var future = history.future();
        for (int i = future.size() - 1; i >= 0; i--) list.getItems().add(new Step(future.get(i).label(), future.size() - 1 - i, true));
        var past = history.past();
        for (int i = 0; i < past.size(); i++) list.getItems().add(new Step(past.get(i).label(), future.size() + i, false));
        list.getItems().add(new Step(Messages.of("settings.history.opened"), future.size() + past.size(), false));
        list.getSelectionModel().select(future.size());
        filling = false;
    }

    private static final class Cell extends ListCell<Step> {
        @Override
        protected void updateItem(@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            setText(empty || step == null ? null : step.label());
            pseudoClassStateChanged(PseudoClass.getPseudoClass("future"), step != null && step.future());
        }
    }
}
