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
import studio.parley.studio.document.Missing;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;

/** Files a project misses: reference clips one by one, the sound of takes from a folder that still has them. */
final class RelinkSheet {
    /** The cause of notices about files that are missing. */
    static final String MISSING = "missing";
    private final Desk desk;
    private final Choosers choosers;
    private final VBox list = new VBox(6);
    private final Label summary = new Label();
    private final Sheet sheet;
    private final Button search;
    private List<Missing> missing = List.of();

    RelinkSheet(Desk desk, Choosers choosers) {
        this.desk = desk;
        this.choosers = choosers;
        list.setId("missing");
        summary.setWrapText(true);
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(640, 280);
        sheet = new Sheet(Texts.of("shell.relink"), new VBox(10, summary, scroll));
        sheet.button("done", Texts.of("shell.done"), sheet::close);
        search = sheet.button("search", Texts.of("shell.relink.search"), this::search);
    }

    void show(Scene scene) {
        sheet.over(scene);
        look();
    }

    private void look() {
        var document = desk.document();
        FxThread.work(() -> Missing.in(document, desk.project().folder()), this::fill, desk.tools().notices()::trouble);
    }

    private void fill(List<Missing> found) {
        missing = found;
        if (found.isEmpty()) desk.tools().notices().settled(MISSING);
        list.getChildren().clear();
        summary.setText(found.isEmpty() ? Texts.of("shell.relink.nothing") : Texts.of("shell.relink.words"));
        search.setDisable(found.stream().noneMatch(m -> m instanceof Missing.OfTake));
        for (var m : found) list.getChildren().add(switch (m) {
            case Missing.OfReference r -> reference(r);
            case Missing.OfTake t -> row(take(t), t.file(), Optional.empty());
        });
    }

    private String take(Missing.OfTake t) {
        return Texts.of("shell.relink.take", t.take(), String.valueOf(desk.document().indexOf(t.line()) + 1));
    }

    private HBox reference(Missing.OfReference r) {
        var find = new Button(Texts.of("shell.relink.find"));
        find.setMinWidth(Button.USE_PREF_SIZE);
        find.setOnAction(e -> choosers.file(list.getScene().getWindow(), Texts.of("shell.relink.file", r.file().getFileName().toString()),
                List.of("*.wav", "*.flac", "*.mp3", "*.ogg")).ifPresent(file -> relink(r, file)));
        return row(desk.document().conversation().speaker(r.speaker()).name(), r.file(), Optional.of(find));
    }

    private void relink(Missing.OfReference r, Path file) {
        desk.edit(ProjectEdits.relink(r.speaker(), r.path(), file.toString()));
        look();
    }

    private void search() {
        choosers.folder(list.getScene().getWindow(), Texts.of("shell.relink.search"), Optional.empty()).ifPresent(folder ->
                FxThread.write(() -> Missing.restore(missing, folder, desk.project().folder()), count -> {
                    desk.tools().notices().info(Texts.of("shell.relink.restored", count));
                    desk.lookAgain();
                    look();
                }, desk.tools().notices()::trouble));
    }

    private static HBox row(String what, Path file, Optional<Button> button) {
        var name = new Label(what);
        name.setMinWidth(Label.USE_PREF_SIZE);
        var place = new Label(file.toString());
        place.getStyleClass().addAll("muted", "small");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        var row = new HBox(12, name, place);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        button.ifPresent(row.getChildren()::add);
        return row;
    }
}
