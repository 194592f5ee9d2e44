package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.shell.Shell;

class SettingsDialogTest {
    @TempDir
    Path home;

    private static void page(Shell shell, int number) throws Exception {
        ListView<?> pages = shell.fx.find("#settings-pages");
        Fx.run(() -> pages.getSelectionModel().select(number));
        Fx.settle();
    }

    @Test
    void textGrowsAtOnceAndColoursFollow() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.COMMA);
            shell.fx.png("settings-appearance.png");
            Labeled title = shell.fx.find("#title");
            double before = Fx.call(() -> title.getFont().getSize());
            Slider size = shell.fx.find("#text-size");
            Fx.run(() -> size.setValue(200));
            Fx.settle();
            assertEquals(2 * before, Fx.call(() -> title.getFont().getSize()), 1);
            shell.fx.png("settings-200.png");
            Fx.run(() -> size.setValue(100));
            shell.fx.click("#scheme-dark");
            assertTrue(Fx.call(() -> shell.services.theme().isDark()));
            CheckBox contrast = shell.fx.find("#contrast");
            Fx.run(contrast::fire);
            shell.fx.png("settings-contrast.png");
            Fx.run(contrast::fire);
            shell.fx.click("#scheme-light");
            assertEquals(Optional.of("light"), Fx.call(() -> shell.services.preferences().get("look.scheme")));
            Fx.run(() -> shell.services.theme().choose(Theme.Scheme.LIGHT));
        }
    }

    @Test
    void theProjectRetriesUntilTheWordsAreRight() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            Fx.run(() -> shell.services.commands().run("file.project"));
            Fx.settle();
            ChoiceBox<Integer> times = shell.fx.find("#project-retries");
            assertEquals("no", Fx.call(() -> times.getConverter().toString(times.getValue())));
            Fx.run(() -> times.setValue(3));
            assertEquals(3, shell.session().document().settings().wordRetries());
            ChoiceBox<ContextSelection.Preset> context = shell.fx.find("#project-listening");
            var widths = new java.util.TreeSet<Double>();
            for (var preset : ContextSelection.Preset.values()) {
                Fx.run(() -> context.setValue(preset));
                Fx.settle();
                widths.add(Fx.call(context::getWidth));
            }
            assertEquals(1, widths.size(), "as wide whatever is chosen: " + widths);
        }
    }

    @Test
    void checkingTheWordsBeginsAndEndsAtOnce() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.COMMA);
            page(shell, 4);
            CheckBox ears = shell.fx.find("#ears");
            assertFalse(ears.isSelected(), "tests do not listen unless they ask for it");
            var hearing = shell.session().hearing();
            Fx.run(ears::fire);
            assertTrue(Fx.call(() -> hearing.waitingProperty().get()) > 0);
            Fx.run(ears::fire);
            assertEquals(0, Fx.call(() -> hearing.waitingProperty().get()));
            assertEquals(Optional.of("no"), Fx.call(() -> shell.services.preferences().get("ears")));
        }
    }

    @Test
    void theListOfKeysIsSearchedByTypingAtOnce() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.fx.key(KeyCode.F1);
            TextField search = shell.fx.find("#keys-search");
            assertTrue(Fx.call(() -> search.lookupAll("*").stream().anyMatch(n -> n instanceof Text prompt
                    && prompt.getText().equals(search.getPromptText()) && prompt.getFill().isOpaque())), "the prompt goes before something is typed");
            shell.fx.type("loop");
            assertEquals("loop", search.getText());
            shell.fx.find("#key-transport-loop");
            assertNull(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#key-file-new")));
        }
    }

    @Test
    void aKeyIsTakenFromAnotherCommandWithAWord() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.fx.key(KeyCode.F1);
            Button key = shell.fx.find("#key-file-new");
            Fx.run(() -> {
                key.requestFocus();
                key.fire();
            });
            shell.fx.key(KeyCode.CONTROL, KeyCode.S);
            assertEquals(Optional.of(KeyCombination.valueOf("Shortcut+S")), Fx.call(() -> shell.services.commands().key("file.new")));
            assertEquals(Optional.empty(), Fx.call(() -> shell.services.commands().key("file.save")));
            Labeled notice = shell.fx.find("#keys-notice");
            assertTrue(notice.getText().contains("Save"), notice.getText());
            shell.fx.png("settings-keys.png");
            Fx.run(() -> shell.services.preferences().written().join());
            assertEquals(Optional.of("none"), Fx.call(() -> shell.services.preferences().get("key.file.save")));
            assertFalse(shell.fx.find("#keys-reset").isDisabled());
            shell.fx.click("#keys-reset");
            assertEquals(Optional.empty(), Fx.call(() -> shell.services.commands().key("file.save")));
            shell.fx.click("#yes");
            assertEquals(Optional.of(KeyCombination.valueOf("Shortcut+N")), Fx.call(() -> shell.services.commands().key("file.new")));
            assertTrue(shell.fx.find("#keys-reset").isDisabled(), "nothing is left to reset");
            assertTrue(Fx.call(() -> ShortcutText.list(shell.services.commands())).contains("Ctrl+N"));
            TextField search = shell.fx.find("#keys-search");
            Fx.run(() -> search.setText("palette"));
            assertTrue(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#key-file-new")) == null);
        }
    }

    @Test
    void machineModelSoundAndProjectPagesShowWhatThereIs() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.command("help.doctor");
            Fx.until(() -> !shell.fx.stage.getScene().getRoot().lookup("#copy-findings").isDisabled(), 30_000);
            shell.fx.png("settings-machine.png");
            page(shell, 2);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookupAll("#models .radio-button").size() >= 2, 10_000);
            shell.fx.png("settings-model.png");
            shell.fx.click("#convert");
            TextField checkpoint = shell.fx.find("#checkpoint");
            Fx.run(() -> checkpoint.setText(home.resolve("nothing").toString()));
            shell.fx.click("#convert-start");
            Labeled state = shell.fx.find("#convert-state");
            Fx.until(() -> !state.getText().isEmpty() && !state.getText().endsWith("…"), 10_000);
            shell.fx.png("settings-convert.png");
            shell.fx.key(KeyCode.ESCAPE);
            page(shell, 1);
            shell.fx.png("settings-sound.png");
            page(shell, 4);
            TextField author = shell.fx.find("#default-author");
            Fx.run(() -> author.setText("Ada"));
            shell.fx.png("settings-projects.png");
            assertEquals(Optional.of("Ada"), Fx.call(() -> shell.services.preferences().get("default.author")));
        }
    }

    @Test
    void projectSettingsAreStepsOfTheHistory() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.command("file.project");
            TextField duck = shell.fx.find("#project-duck");
            Fx.run(() -> duck.setText("-12"));
            assertEquals(-12, Fx.call(() -> shell.session().document().settings().duckDb()));
            Fx.run(() -> duck.setText("12"));
            assertEquals(-12, Fx.call(() -> shell.session().document().settings().duckDb()));
            TextField temperature = shell.fx.find("#project-temperature");
            Fx.run(() -> temperature.setText("0,6"));
            assertEquals(0.6, Fx.call(() -> shell.session().document().conversation().delivery().temperature()));
            shell.fx.png("project.png");
            shell.fx.key(KeyCode.ESCAPE);
            Fx.run(() -> shell.session().edit(ProjectEdits.title("Night")));
            shell.command("edit.history");
            shell.fx.png("history.png");
            ListView<?> list = shell.fx.find("#history");
            Fx.run(() -> list.getSelectionModel().selectLast());
            Fx.settle();
            assertEquals("The Lighthouse", Fx.call(() -> shell.session().document().conversation().title()));
            assertEquals(-8, Fx.call(() -> shell.session().document().settings().duckDb()));
            Fx.run(() -> list.getSelectionModel().selectFirst());
            Fx.settle();
            assertEquals("Night", Fx.call(() -> shell.session().document().conversation().title()));
            assertFalse(Fx.call(() -> shell.session().project().history().past().isEmpty()));
        }
    }

    @Test
    void theModelOneChoosesIsRemembered() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.COMMA);
            page(shell, 2);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookupAll("#models .radio-button").size() >= 2, 10_000);
            var radios = Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll("#models .radio-button").stream().map(RadioButton.class::cast).toList());
            Fx.run(radios.get(1)::fire);
            var meaning = Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll("#model-meaning > .label").stream()
                    .map(n -> ((Labeled) n).getText()).toList());
            assertEquals(List.of("No line of this project would be out of date.", "New projects use another model."), meaning);
            shell.fx.click("#use-model-new");
            var bundled = Path.of("assets/voice").toAbsolutePath().toString();
            assertEquals(Optional.of(bundled), Fx.call(() -> shell.services.preferences().get("model")));
            Fx.run(radios.get(0)::fire);
            shell.fx.click("#use-model-new");
            assertEquals(Optional.empty(), Fx.call(() -> shell.services.preferences().get("model")));
            Fx.run(radios.get(1)::fire);
            shell.fx.click("#use-model");
            var label = studio.parley.speech.model.ModelInfo.read(Path.of(bundled)).label();
            assertEquals(Optional.of(label), Fx.call(() -> shell.session().document().settings().model()));
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            assertEquals(label, Fx.call(() -> shell.session().speech().defaults().model()));
            ChoiceBox<String> device = shell.fx.find("#device");
            Fx.run(() -> device.setValue("cpu"));
            assertEquals(Optional.of("cpu"), Fx.call(() -> shell.services.preferences().settings().device()));
            Fx.run(() -> device.setValue("auto"));
            assertEquals(Optional.empty(), Fx.call(() -> shell.services.preferences().settings().device()));
            Spinner<Integer> threads = shell.fx.find("#threads");
            Fx.run(() -> threads.getValueFactory().setValue(3));
            assertEquals(3, Fx.call(() -> shell.services.preferences().number("threads", 0)));
            Fx.run(() -> shell.services.preferences().written().join());
            assertEquals(3, new Preferences(shell.services.directories()).number("threads", 0));
        }
    }

    @Test
    void escapeLeavesAKeyAndBackspaceTakesItAway() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            shell.fx.key(KeyCode.F1);
            for (var press : new KeyCode[] {KeyCode.ESCAPE, KeyCode.BACK_SPACE}) {
                Button key = shell.fx.find("#key-file-new");
                Fx.run(() -> {
                    key.requestFocus();
                    key.fire();
                });
                shell.fx.key(press);
                assertEquals(press == KeyCode.ESCAPE, Fx.call(() -> shell.services.commands().key("file.new").isPresent()));
            }
            assertEquals("none", Fx.call(() -> shell.fx.<Button>find("#key-file-new").getText()));
        }
    }
}
