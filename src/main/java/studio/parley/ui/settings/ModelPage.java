package studio.parley.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/**
 * The model and the compute device. A project keeps its model until another is chosen for it here, after the effect has been shown; the
 * choice for new projects is separate.
 */
final class ModelPage extends VBox {
    private final AppServices services;
    private final Optional<ProjectSession> session;
    private final VBox models = new VBox(8);
    private final ToggleGroup group = new ToggleGroup();
    private final Button use = new Button(Messages.of("settings.model.use"));
    private final Button fresh = new Button(Messages.of("settings.model.new"));
    private final Button again = new Button(Messages.of("settings.model.again"));
    private final ModelMeaning meaning;
    private Optional<ModelEntry> picked = Optional.empty();

    ModelPage(AppServices services, Optional<ProjectSession> session, Scene scene) {
        super(16);
        this.services = services;
        this.session = session;
        getStyleClass().add("form");
        models.setId("models");
        for (var button : List.of(use, fresh, again)) button.setMinWidth(USE_PREF_SIZE);
        use.setId("use-model");
        use.getStyleClass().add("accent");
        Visibility.show(session.isPresent(), use);
        use.setOnAction(e -> picked.ifPresent(m -> session.ifPresent(d -> {
            d.speech().use(m.label());
            pick(picked);
        })));
        fresh.setId("use-model-new");
        fresh.setOnAction(e -> {
            services.preferences().put("model", picked.map(m -> m.folder().toString()).orElse(""));
            pick(picked);
        });
        again.setId("load-again");
        again.setDisable(true);
        again.setOnAction(e -> {
            again.setDisable(true);
            session.ifPresent(d -> d.speech().load());
        });
        meaning = new ModelMeaning(services, session);
        var convert = Controls.button(Messages.of("settings.convert"), () -> new ConvertDialog(services, session, FileDialogs.system(), this::look).show(scene));
        convert.setId("convert");
        var form = new SettingsForm()
                .row(Messages.of("settings.models"), models, Messages.of("settings.models.words"))
                .row(Messages.of("settings.get"), new InstallPane(services, session, FileDialogs.system(), this::look), Messages.of("settings.get.words"))
                .row(Messages.of("settings.computes"), device(), Messages.of("settings.computes.words"))
                .row(Messages.of("settings.threads"), threads(), Messages.of("settings.threads.words"))
                .row(Messages.of("settings.natives"), natives(), Messages.of("settings.natives.words"));
        form.getStyleClass().remove("form");
        getChildren().addAll(form, new FlowPane(10, 8, again, convert));
        look();
    }

    private void look() {
        models.getChildren().setAll(new ProgressIndicator());
        var settings = services.preferences().settings();
        FxThread.work(() -> {
            var found = new ArrayList<>(new ModelStore(services.directories(), settings).list());
            // A model set by its folder is outside the model folders.
            settings.path("model").filter(Path::isAbsolute).filter(p -> found.stream().noneMatch(m -> m.folder().equals(p)))
                    .ifPresent(p -> found.add(ModelStore.describe(p)));
            return found;
        }, this::fill, services.notices()::trouble);
    }

    private void fill(List<ModelEntry> found) {
        models.getChildren().clear();
        var wanted = meaning.current(found);
        radio(Messages.of("settings.model.auto"), Optional.empty(), Messages.of("settings.model.auto.words")).setSelected(wanted.isEmpty());
        for (var model : found) {
            var button = radio(model.name(), Optional.of(model), facts(model));
            button.setDisable(model.trouble().isPresent());
            button.setSelected(wanted.equals(Optional.of(model)));
        }
        var buttons = new FlowPane(10, 8, use, fresh);
        models.getChildren().addAll(meaning, buttons);
        pick(wanted);
    }

    private RadioButton radio(String name, Optional<ModelEntry> model, String words) {
        var button = new RadioButton(name);
        button.setToggleGroup(group);
        button.setOnAction(e -> pick(model));
        button.setAccessibleHelp(words);
        models.getChildren().add(new VBox(2, button, Controls.words(words, "muted", "small", "model-facts")));
        return button;
    }

    /** Shows the effect of a choice before it is made. */
    private void pick(Optional<ModelEntry> model) {
        picked = model;
        meaning.show(model);
        use.setDisable(model.isEmpty() || meaning.isOfProject(model.get()));
        fresh.setDisable(meaning.isForNew(model));
    }

    private static String facts(ModelEntry model) {
        return model.trouble().orElseGet(() -> Messages.of("settings.model.facts", model.precision(),
                String.format(Locale.ROOT, "%.0f MB", model.bytes() / 1e6), String.valueOf(model.context()), model.folder().toString()));
    }

    private ChoiceBox<String> device() {
        var box = new ChoiceBox<String>();
        box.setId("device");
        var devices = List.of("auto", "cpu", System.getProperty("os.name").startsWith("Mac") ? "coreml" : "cuda");
        box.getItems().addAll(devices);
        box.setValue(services.preferences().settings().device().filter(box.getItems()::contains).orElse("auto"));
        box.setConverter(ChoiceBoxes.texts("settings.computes.", devices));
        box.setOnAction(e -> put("device", box.getValue().equals("auto") ? "" : box.getValue()));
        return box;
    }

    private Spinner<Integer> threads() {
        int now = (int) services.preferences().number("threads", 0);
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
        var field = new TextField(services.preferences().settings().get("natives").orElse(""));
        field.setId("natives");
        field.setPromptText(Messages.of("settings.natives.usual"));
        field.textProperty().subscribe((was, is) -> put("natives", is.strip()));
        return Controls.folder(field, Messages.of("settings.natives"), FileDialogs.system());
    }

    private void put(String key, String value) {
        services.preferences().put(key, value);
        again.setDisable(session.isEmpty());
    }
}
