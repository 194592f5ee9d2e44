package studio.parley.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.FoundModel;
import studio.parley.studio.ModelStore;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Choices;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.kit.Visibility;

/**
 * Which model speaks, and on what. A project keeps the one it is made with until another is chosen for it here, with what that means
 * said before; the choice for new projects is one of its own.
 */
final class ModelPage extends VBox {
    private final Tools tools;
    private final Optional<Desk> desk;
    private final VBox models = new VBox(8);
    private final ToggleGroup group = new ToggleGroup();
    private final Button use = new Button(Texts.of("settings.model.use"));
    private final Button fresh = new Button(Texts.of("settings.model.new"));
    private final Button again = new Button(Texts.of("settings.model.again"));
    private final ModelMeaning meaning;
    private Optional<FoundModel> picked = Optional.empty();

    ModelPage(Tools tools, Optional<Desk> desk, Scene scene) {
        super(16);
        this.tools = tools;
        this.desk = desk;
        getStyleClass().add("form");
        models.setId("models");
        for (var button : List.of(use, fresh, again)) button.setMinWidth(USE_PREF_SIZE);
        use.setId("use-model");
        use.getStyleClass().add("accent");
        Visibility.show(desk.isPresent(), use);
        use.setOnAction(e -> picked.ifPresent(m -> desk.ifPresent(d -> {
            d.speech().use(m.label());
            pick(picked);
        })));
        fresh.setId("use-model-new");
        fresh.setOnAction(e -> {
            tools.preferences().put("model", picked.map(m -> m.folder().toString()).orElse(""));
            pick(picked);
        });
        again.setId("load-again");
        again.setDisable(true);
        again.setOnAction(e -> {
            again.setDisable(true);
            desk.ifPresent(d -> d.speech().load());
        });
        meaning = new ModelMeaning(tools, desk);
        var convert = new Button(Texts.of("settings.convert"));
        convert.setId("convert");
        convert.setOnAction(e -> new ConvertSheet(tools, desk, Choosers.system(), this::look).show(scene));
        var form = new Form()
                .row(Texts.of("settings.models"), models, Texts.of("settings.models.words"))
                .row(Texts.of("settings.computes"), device(), Texts.of("settings.computes.words"))
                .row(Texts.of("settings.threads"), threads(), Texts.of("settings.threads.words"))
                .row(Texts.of("settings.natives"), natives(), Texts.of("settings.natives.words"));
        form.getStyleClass().remove("form");
        getChildren().addAll(form, new FlowPane(10, 8, again, convert));
        look();
    }

    private void look() {
        models.getChildren().setAll(new ProgressIndicator());
        var settings = tools.preferences().settings();
        FxThread.work(() -> {
            var found = new ArrayList<>(new ModelStore(tools.places(), settings).list());
            // One that was named by its folder lies on no shelf.
            settings.path("model").filter(Path::isAbsolute).filter(p -> found.stream().noneMatch(m -> m.folder().equals(p)))
                    .ifPresent(p -> found.add(ModelStore.describe(p)));
            return found;
        }, this::fill, tools.notices()::trouble);
    }

    private void fill(List<FoundModel> found) {
        models.getChildren().clear();
        var wanted = meaning.current(found);
        radio(Texts.of("settings.model.auto"), Optional.empty(), Texts.of("settings.model.auto.words")).setSelected(wanted.isEmpty());
        for (var model : found) {
            var button = radio(model.name(), Optional.of(model), facts(model));
            button.setDisable(model.trouble().isPresent());
            button.setSelected(wanted.equals(Optional.of(model)));
        }
        var buttons = new FlowPane(10, 8, use, fresh);
        models.getChildren().addAll(meaning, buttons);
        pick(wanted);
    }

    private RadioButton radio(String name, Optional<FoundModel> model, String words) {
        var button = new RadioButton(name);
        button.setToggleGroup(group);
        button.setOnAction(e -> pick(model));
        var hint = new Label(words);
        hint.getStyleClass().addAll("muted", "small", "model-facts");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        button.setAccessibleHelp(words);
        models.getChildren().add(new VBox(2, button, hint));
        return button;
    }

    /** Says what the choice would mean before it is made. */
    private void pick(Optional<FoundModel> model) {
        picked = model;
        meaning.show(model);
        use.setDisable(model.isEmpty() || meaning.isOfProject(model.get()));
        fresh.setDisable(meaning.isForNew(model));
    }

    private static String facts(FoundModel model) {
        return model.trouble().orElseGet(() -> Texts.of("settings.model.facts", model.precision(),
                String.format(Locale.ROOT, "%.0f MB", model.bytes() / 1e6), String.valueOf(model.context()), model.folder().toString()));
    }

    private ChoiceBox<String> device() {
        var box = new ChoiceBox<String>();
        box.setId("device");
        box.getItems().addAll("auto", "cpu", "cuda");
        box.setValue(tools.preferences().settings().device().filter(box.getItems()::contains).orElse("auto"));
        box.setConverter(Choices.texts("settings.computes.", List.of("auto", "cpu", "cuda")));
        box.setOnAction(e -> put("device", box.getValue().equals("auto") ? "" : box.getValue()));
        return box;
    }

    private Spinner<Integer> threads() {
        int now = (int) tools.preferences().number("threads", 0);
        var spinner = new Spinner<Integer>(0, 256, Math.clamp(now, 0, 256));
        spinner.setId("threads");
        spinner.setEditable(true);
        spinner.setMaxWidth(120);
        spinner.valueProperty().subscribe((was, is) -> {
            if (is != null) put("threads", is == 0 ? "" : String.valueOf(is));
        });
        return spinner;
    }

    private HBox natives() {
        var field = new TextField(tools.preferences().settings().get("natives").orElse(""));
        field.setId("natives");
        field.setPromptText(Texts.of("settings.natives.usual"));
        field.textProperty().subscribe((was, is) -> put("natives", is.strip()));
        HBox.setHgrow(field, Priority.ALWAYS);
        var choose = new Button(Texts.of("settings.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(e -> Choosers.system().folder(getScene().getWindow(), Texts.of("settings.natives"), Optional.empty())
                .ifPresent(p -> field.setText(p.toString())));
        var row = new HBox(8, field, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void put(String key, String value) {
        tools.preferences().put(key, value);
        again.setDisable(desk.isEmpty());
    }
}
