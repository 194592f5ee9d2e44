package studio.parley.ui.script.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.script.imports.ImportPreview.Kind;
import studio.parley.ui.session.ProjectSession;

/** The preview of a script before it is imported: its format, its speakers, its changes. */
public final class ImportDialog {
    private final ProjectSession session;
    private final ImportModel model;
    private final ModalDialog sheet;
    private final Label count = Controls.label("", "muted");
    private final Label trouble = Controls.words("", "bad");
    private final Label notices = Controls.words("", "muted");
    private final PreviewList list;
    private final SpeakerMapping cast;
    private final RadioButton insert = new RadioButton();
    private final RadioButton update = new RadioButton(Messages.of("script.import.update"));
    private final Button land;

    /** @param landed is called after the import; {@code another} asks for another file */
    public ImportDialog(ProjectSession session, ImportModel model, String text, Consumer<ImportModel> landed, Runnable another) {
        this.session = session;
        this.model = model;
        list = new PreviewList(session.services().theme());
        cast = new SpeakerMapping(session, model);
        var body = new BorderPane();
        body.getStyleClass().add("import-body");
        body.setTop(top(another));
        body.setCenter(middle(text));
        body.setBottom(choice());
        sheet = new ModalDialog(Messages.of("script.import.title"), body);
        land = sheet.button("import-land", Messages.of("script.import.land"), () -> {
            sheet.close();
            landed.accept(model);
        });
        sheet.cancel();
        model.previewProperty().subscribe(p -> show());
        model.troubleProperty().subscribe(t -> show());
        model.updatingProperty().subscribe(u -> show());
    }

    public void show(Scene scene) {
        double text = session.services().theme().textPercent() / 100.0;
        ((Region) sheet.getCenter()).setPrefSize(Math.min(1040 * text, scene.getWidth() - 120), Math.min(620 * text, scene.getHeight() - 160 * text));
        sheet.over(scene);
        if (model.file().isPresent()) land.requestFocus();
        else sheet.lookup("#import-text").requestFocus();
        model.read();
    }

    private FlowPane top(Runnable another) {
        var form = new ComboBox<Optional<ScriptFormat>>();
        form.setId("import-form");
        form.getItems().add(Optional.empty());
        form.getItems().addAll(Arrays.stream(ScriptFormat.values()).map(Optional::of).toList());
        form.setConverter(ChoiceBoxes.words(f -> f.map(ImportDialog::name).orElseGet(() -> Messages.of("script.form.told"))));
        form.setValue(Optional.empty());
        form.setAccessibleText(Messages.of("script.import.form"));
        form.valueProperty().subscribe((was, is) -> model.form(is));
        count.setId("import-count");
        count.setMinWidth(0);
        form.setMinWidth(Region.USE_PREF_SIZE);
        var row = new FlowPane(14, 8, form, count);
        model.file().ifPresent(f -> {
            var name = new Label(f.getFileName().toString());
            var other = new Button(Messages.of("script.import.another"));
            other.setMinWidth(Region.USE_PREF_SIZE);
            other.setOnAction(e -> {
                sheet.close();
                another.run();
            });
            row.getChildren().addAll(name, other);
        });
        row.getStyleClass().add("import-top");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox middle(String text) {
        trouble.setId("import-trouble");
        notices.setId("import-notices");
        var noticed = new ScrollPane(notices);
        noticed.setFitToWidth(true);
        noticed.setMaxHeight(120);
        noticed.setMinHeight(0);
        noticed.visibleProperty().bind(notices.textProperty().isNotEmpty());
        noticed.managedProperty().bind(noticed.visibleProperty());
        var right = new VBox(trouble, cast, list, noticed);
        right.getStyleClass().add("import-right");
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        right.setPrefWidth(500);
        var box = new HBox(right);
        if (model.file().isEmpty()) box.getChildren().addFirst(input(text));
        box.getStyleClass().add("import-middle");
        return box;
    }

    private TextArea input(String text) {
        var area = new TextArea();
        area.setId("import-text");
        area.setPromptText(Messages.of("script.import.prompt"));
        area.setAccessibleHelp(Messages.of("script.import.text"));
        area.setWrapText(true);
        area.setPrefWidth(440);
        area.setMinWidth(160);
        HBox.setHgrow(area, Priority.ALWAYS);
        area.textProperty().subscribe((was, is) -> model.text(is));
        area.setText(text);
        return area;
    }

    private VBox choice() {
        var group = new ToggleGroup();
        insert.setToggleGroup(group);
        update.setToggleGroup(group);
        insert.setId("import-insert");
        update.setId("import-update");
        boolean atEnd = model.gap() >= session.document().lines().size();
        insert.setText(atEnd ? Messages.of("script.import.end") : model.gap() == 0 ? Messages.of("script.import.begin") : Messages.of("script.import.behind", model.gap()));
        insert.setOnAction(e -> model.decide(false));
        update.setOnAction(e -> model.decide(true));
        var box = new VBox(insert, update);
        box.getStyleClass().add("import-choice");
        boolean first = session.document().lines().isEmpty();
        Visibility.show(!first, box);
        return box;
    }

    private void show() {
        boolean updates = model.updatingProperty().get();
        (updates ? update : insert).setSelected(true);
        trouble.setText(model.troubleProperty().get());
        Visibility.show(!trouble.getText().isEmpty(), trouble);
        var preview = model.previewProperty().get();
        notices.setText(preview.map(p -> String.join("\n", p.pasting().notices())).orElse(""));
        cast.show(preview.map(ImportPreview::pasting));
        list.show(preview.map(p -> updates ? p.changes() : p.lines()).orElse(java.util.List.of()), updates);
        count.setText(preview.map(p -> updates ? changes(p) : lines(p)).orElse(""));
        land.setDisable(preview.filter(p -> updates ? !p.diff().isEmpty() : !p.lines().isEmpty()).isEmpty());
    }

    private static String lines(ImportPreview p) {
        return Messages.of("script.import.count", name(p.pasting().form()), p.lines().size(), p.pasting().pasted().speakers().size(), TimeFormat.about(p.seconds()));
    }

    private static String changes(ImportPreview p) {
        return Messages.of("script.import.changes", p.count(Kind.ADDED), p.count(Kind.CHANGED), p.count(Kind.REMOVED), p.count(Kind.MOVED), p.count(Kind.SAME));
    }

    private static String name(ScriptFormat form) {
        return Messages.of("script.form." + form.name().toLowerCase(Locale.ROOT));
    }
}
