package studio.parley.ui.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;

/** Name and location of a new project folder. */
final class NewProjectDialog {
    private final TextField name = new TextField();
    private final Label place = EllipsisTooltip.on(new Label(), OverrunStyle.CENTER_ELLIPSIS);
    private final Label trouble = Controls.words("", "bad", "small");
    private final ModalDialog sheet;
    private final Button make;
    private Path folder;

    NewProjectDialog(String title, String suggested, Path folder, String yes, FileDialogs choosers, Consumer<Path> made) {
        this.folder = folder;
        name.setId("project-name");
        name.setText(suggested);
        name.setPrefColumnCount(26);
        name.setMaxWidth(Double.MAX_VALUE);
        place.getStyleClass().add("muted");
        place.setMaxWidth(360);
        var change = new Button(Messages.of("shell.change"));
        change.setMinWidth(Button.USE_PREF_SIZE);
        change.setOnAction(e -> choosers.folder(name.getScene().getWindow(), Messages.of("shell.where"), Optional.of(this.folder)).ifPresent(this::move));
        sheet = new ModalDialog(title, grid(change));
        make = sheet.button("make", yes, () -> {
            sheet.close();
            made.accept(target());
        });
        sheet.cancel();
        name.textProperty().subscribe(this::check);
    }

    void show(Scene scene) {
        sheet.over(scene);
        name.requestFocus();
        name.selectAll();
    }

    private GridPane grid(Button change) {
        var grid = new GridPane(12, 10);
        grid.addRow(0, new Label(Messages.of("shell.name")), name);
        grid.addRow(1, new Label(Messages.of("shell.folder")), place, change);
        grid.add(trouble, 1, 2, 2, 1);
        GridPane.setHgrow(name, Priority.ALWAYS);
        GridPane.setColumnSpan(name, 2);
        GridPane.setHgrow(place, Priority.ALWAYS);
        grid.setMinWidth(480);
        return grid;
    }

    private void move(Path other) {
        folder = other;
        check(name.getText());
    }

    private Path target() {
        var plain = name.getText().strip().replaceFirst("\\.parley$", "");
        return folder.resolve(plain + ProjectFolder.ENDING);
    }

    private void check(String text) {
        place.setText(folder.toString());
        var wrong = wrong(text.strip());
        trouble.setText(wrong);
        make.setDisable(!wrong.isEmpty());
    }

    private String wrong(String text) {
        try {
            if (text.isEmpty()) return Messages.of("shell.name.empty");
            if (text.chars().anyMatch(c -> c < 32 || "/\\:*?\"<>|".indexOf(c) >= 0)) return Messages.of("shell.name.signs");
            return Files.exists(target()) ? Messages.of("shell.name.taken", target().getFileName().toString()) : "";
        } catch (InvalidPathException e) {
            return Messages.of("shell.name.signs");
        }
    }
}
