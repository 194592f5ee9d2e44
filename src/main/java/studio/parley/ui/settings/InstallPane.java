package studio.parley.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.download.Token;
import studio.parley.io.FreeSpace;
import studio.parley.problem.Problem;
import studio.parley.studio.model.install.InstallEvent.Progress;
import studio.parley.studio.model.install.ModelSource;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ModelInstall;
import studio.parley.ui.session.ModelInstall.State;
import studio.parley.ui.session.ProjectSession;

/** Getting models: the buttons for it, then the progress of the one that is being installed. A model or checkpoint can be dropped on it. */
public final class InstallPane extends VBox {
    private final AppServices services;
    private final Optional<ProjectSession> session;
    private final FileDialogs choosers;
    private final Runnable finished;
    private final Supplier<Node> idle;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Controls.words("");
    private final Label details = Controls.words("", "muted", "small");
    private final PasswordField token = new PasswordField();
    private Optional<Class<? extends State>> shown = Optional.empty();

    /** @param finished called when a model has been installed */
    public InstallPane(AppServices services, Optional<ProjectSession> session, FileDialogs choosers, Runnable finished) {
        this(services, session, choosers, finished, Optional.empty());
        DroppedFiles.accept(this, this, services.notices(), files -> !files.models().isEmpty(), (files, e) -> services.installs().importModel(files.models().getFirst()));
    }

    /** @param idle what is shown while nothing is being installed; empty: the buttons that get models */
    InstallPane(AppServices services, Optional<ProjectSession> session, FileDialogs choosers, Runnable finished, Optional<Supplier<Node>> idle) {
        super(8);
        this.idle = idle.orElse(this::buttons);
        this.services = services;
        this.session = session;
        this.choosers = choosers;
        this.finished = finished;
        setId("install");
        getStyleClass().add("install");
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setId("install-state");
        details.setId("install-details");
        token.setId("install-token");
        token.setPromptText("hf_…");
        token.setAccessibleText(Messages.of("settings.get.token"));
        token.setOnAction(e -> sendToken());
        show(services.installs().state().get());
        // A page that was left must neither be updated nor take the question about a new model.
        ChangeListener<State> listener = (o, was, is) -> show(is);
        sceneProperty().subscribe(scene -> {
            services.installs().state().removeListener(listener);
            if (scene == null) return;
            services.installs().state().addListener(listener);
            show(services.installs().state().get());
        });
        services.installs().look();
    }

    private void show(State state) {
        boolean fresh = shown.filter(state.getClass()::equals).isEmpty();
        boolean focused = fresh && getScene() != null && Focus.isWithin(this, getScene().getFocusOwner());
        shown = Optional.of(state.getClass());
        switch (state) {
            case ModelInstall.Idle _ -> {
                if (fresh) getChildren().setAll(idle.get());
            }
            case ModelInstall.Running r -> running(r, fresh);
            case ModelInstall.Paused p -> ask(Messages.of("settings.get.paused", p.source().title(), FreeSpace.text(p.done()), FreeSpace.text(p.total())),
                    Messages.of("settings.get.continue"), Messages.of("settings.get.discard"), fresh);
            case ModelInstall.Failed f -> failed(f, fresh);
            case ModelInstall.Refused r -> {
                token.clear();
                ask(String.valueOf(r.problem().getMessage()), Messages.of("settings.get.continue"), Messages.of("shell.cancel"), fresh);
                if (fresh) getChildren().add(1, token);
            }
            case ModelInstall.Installed _ -> installed();
        }
        if (focused) lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private FlowPane buttons() {
        var row = new FlowPane(10, 8);
        for (var source : ModelSource.KNOWN) row.getChildren().add(button("get-" + source.id(), Messages.of("settings.get.known", source.title()), () -> dialog(Optional.of(source))));
        row.getChildren().add(button("get-other", Messages.of("settings.get.other"), () -> dialog(Optional.empty())));
        row.getChildren().add(button("import-model", Messages.of("settings.get.import"), () -> choosers.folder(getScene().getWindow(), Messages.of("settings.get.import"), Optional.empty())
                .ifPresent(services.installs()::importModel)));
        return row;
    }

    private void dialog(Optional<ModelSource> source) {
        new GetModelDialog(services, source).show(getScene());
    }

    private void running(ModelInstall.Running r, boolean fresh) {
        bar.setProgress(r.progress().map(Progress::fraction).orElse(ProgressBar.INDETERMINATE_PROGRESS));
        words.setText(r.title() + " · " + r.progress().map(InstallPane::words).orElse(Messages.of("settings.get.stage.looking")));
        bar.setAccessibleText(words.getText());
        details.setText(r.words());
        if (!fresh) return;
        var row = new FlowPane(10, 8);
        if (r.canPause()) row.getChildren().add(button("install-pause", Messages.of("settings.get.pause"), services.installs()::pause));
        row.getChildren().add(button("install-cancel", Messages.of("shell.cancel"), services.installs()::cancel));
        getChildren().setAll(words, bar, details, row);
    }

    private static String words(Progress p) {
        var text = new StringBuilder(Messages.of("settings.get.stage." + p.stage().name().toLowerCase(Locale.ROOT)));
        if (p.total() > 0) text.append(" · ").append(Messages.of("settings.get.bytes", FreeSpace.text(p.done()), FreeSpace.text(p.total())));
        if (p.bytesPerSecond() > 0) text.append(" · ").append(String.format(Locale.ROOT, "%.1f MB/s", p.bytesPerSecond() / 1e6));
        if (p.secondsLeft() > 0) text.append(" · ").append(Messages.of("queue.left", TimeFormat.about(p.secondsLeft())));
        return text.toString();
    }

    private void failed(ModelInstall.Failed f, boolean fresh) {
        if (f.canRetry()) ask(f.sentence(), Messages.of("settings.get.again"), Messages.of("settings.get.discard"), fresh);
        else {
            words.setText(f.sentence());
            getChildren().setAll(words, new FlowPane(10, 8, button("install-cancel", Messages.of("settings.ok"), services.installs()::cancel)));
        }
    }

    private void ask(String sentence, String goOn, String discard, boolean fresh) {
        words.setText(sentence);
        if (fresh) getChildren().setAll(words, new FlowPane(10, 8, button("install-continue", goOn, this::goOn), button("install-cancel", discard, services.installs()::cancel)));
    }

    private void goOn() {
        if (services.installs().state().get() instanceof ModelInstall.Refused) sendToken();
        else services.installs().goOn();
    }

    private void sendToken() {
        try {
            services.installs().goOn(Token.of(token.getText()));
            token.clear();
        } catch (Problem noToken) {
            words.setText(String.valueOf(noToken.getMessage()));
        }
    }

    private void installed() {
        if (getScene() == null) return;
        services.installs().claim().ifPresent(ready -> {
            finished.run();
            new NewModelDialog(services, session, ready.model(), ready.usual()).show(getScene());
        });
    }

    private static Button button(String id, String text, Runnable action) {
        var button = Controls.button(text, action);
        button.setId(id);
        return button;
    }
}
