package studio.parley.ui.settings;

import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.problem.Problem;
import studio.parley.studio.card.CardStatus;
import studio.parley.studio.card.CardTrial;
import studio.parley.studio.card.SetUpCard;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.AppServices;

/** The graphics card: its state, a button that gets its libraries, and one that removes them. */
final class CardPage extends VBox {
    private final AppServices services;
    private final Label state = Controls.words("");
    private final CheckBox cuda = new CheckBox(Messages.of("settings.card.cuda"));
    private final Button setUp = Controls.button("", this::setUp);
    private final Button remove = Controls.button(Messages.of("settings.card.remove"), this::remove);

    CardPage(AppServices services) {
        super(14);
        this.services = services;
        getStyleClass().add("form");
        state.setId("card-state");
        cuda.setId("card-cuda");
        setUp.setId("card-setup");
        remove.setId("card-remove");
        state.setMinHeight(USE_PREF_SIZE);
        cuda.setWrapText(true);
        cuda.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(state, new InstallPane(services, Optional.empty(), FileDialogs.system(), () -> { }, Optional.of(this::idle)));
    }

    /** Shown whenever nothing is being installed: then the state may have changed. */
    private Node idle() {
        look();
        setUp.setText(Messages.of(SetUpCard.isBegun(services.directories()) ? "settings.get.continue" : "settings.card.setup"));
        remove.setDisable(!Files.exists(services.directories().cardLibraries()) && !SetUpCard.isBegun(services.directories()));
        var terms = SettingsForm.hint(String.join("\n", SetUpCard.TERMS) + "\n" + String.join("\n", SetUpCard.CUDA_TERMS));
        terms.setId("card-terms");
        return new VBox(10, SettingsForm.hint(Messages.of("settings.card.words")), cuda, terms, new FlowPane(10, 8, setUp, remove));
    }

    private void look() {
        Visibility.show(true, state);
        state.setText(Messages.of("settings.card.looking"));
        FxThread.work(() -> CardStatus.of(services.directories(), CardTrial::inOwnProcess), status -> state.setText(status.words()), this::failed);
    }

    private void failed(Throwable thrown) {
        if (thrown instanceof Problem p) state.setText(String.valueOf(p.getMessage()));
        else services.notices().trouble(thrown);
    }

    private void setUp() {
        Visibility.show(false, state);
        services.installs().setUpCard(cuda.isSelected());
    }

    private void remove() {
        FxThread.work(() -> SetUpCard.remove(services.directories()), any -> {
            look();
            remove.setDisable(true);
        }, this::failed);
    }
}
