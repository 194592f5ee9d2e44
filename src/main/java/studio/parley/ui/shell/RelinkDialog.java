package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** Missing files of a project: reference clips one by one, the audio of takes from a folder that still has it. */
final class RelinkDialog {
    private final ProjectSession session;
    private final FileDialogs choosers;
    private final VBox list = new VBox(6);
    private final Label summary = Controls.words("");
    private final ModalDialog sheet;
    private final Button search;
    private List<MissingFile> missing = List.of();

    RelinkDialog(ProjectSession session, FileDialogs choosers) {
        this.session = session;
        this.choosers = choosers;
        list.setId("missing");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(640, 280);
        sheet = new ModalDialog(Messages.of("shell.relink"), new VBox(10, summary, scroll));
        sheet.button("done", Messages.of("shell.done"), sheet::close);
        search = sheet.button("search", Messages.of("shell.relink.search"), this::search);
    }

    void show(Scene scene) {
        sheet.over(scene);
        look();
    }

    private void look() {
        var document = session.document();
        FxThread.work(() -> MissingFile.in(document, session.project().folder()), this::fill, session.services().notices()::trouble);
    }

    private void fill(List<MissingFile> found) {
        missing = found;
        MissingFiles.update(session, found);
        list.getChildren().clear();
        summary.setText(found.isEmpty() ? Messages.of("shell.relink.nothing") : Messages.of("shell.relink.words"));
        search.setDisable(found.stream().noneMatch(m -> m instanceof MissingFile.OfTake));
        for (var m : found) list.getChildren().add(switch (m) {
            case MissingFile.OfReference r -> reference(r);
            case MissingFile.OfTake t -> row(take(t), t.file(), Optional.empty());
        });
    }

    private String take(MissingFile.OfTake t) {
        return Messages.of("shell.relink.take", t.take(), String.valueOf(session.document().indexOf(t.line()) + 1));
    }

    private HBox reference(MissingFile.OfReference r) {
        var find = new Button(Messages.of("shell.relink.find"));
        find.setMinWidth(Button.USE_PREF_SIZE);
        find.setOnAction(e -> choosers.file(list.getScene().getWindow(), Messages.of("shell.relink.file", r.file().getFileName().toString()),
                FileDialogs.SOUNDS).ifPresent(file -> relink(r, file)));
        return row(session.document().conversation().speaker(r.speaker()).name(), r.file(), Optional.of(find));
    }

    private void relink(MissingFile.OfReference r, Path file) {
        session.edit(ProjectEdits.relink(r.speaker(), r.path(), file.toString()));
        look();
    }

    private void search() {
        choosers.folder(list.getScene().getWindow(), Messages.of("shell.relink.search"), Optional.empty()).ifPresent(folder ->
                FxThread.write(() -> MissingFile.restore(missing, folder, session.project().folder()), count -> {
                    session.services().notices().info(Messages.of("shell.relink.restored", count));
                    session.lookAgain();
                    look();
                }, session.services().notices()::trouble));
    }

    private static HBox row(String what, Path file, Optional<Button> button) {
        var name = new Label(what);
        name.setMinWidth(Label.USE_PREF_SIZE);
        var place = Controls.label(file.toString(), "muted", "small");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        var row = Controls.row(12, name, place);
        button.ifPresent(row.getChildren()::add);
        return row;
    }
}
