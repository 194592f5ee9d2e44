package studio.parley.ui.settings;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SearchableComboBox;
import studio.parley.audio.Pcm;
import studio.parley.playback.AudioDevices;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;

/** Where sound comes out. */
final class SoundPage extends StackPane {
    static final String DEVICE = "sound.device";

    SoundPage(Tools tools, Optional<Desk> desk) {
        var usual = Texts.of("settings.device.system");
        // A system may have dozens of outputs: typing finds one.
        var devices = new SearchableComboBox<String>();
        devices.setId("devices");
        devices.setMaxWidth(420);
        devices.getItems().add(usual);
        tools.preferences().get(DEVICE).ifPresent(devices.getItems()::add);
        devices.setValue(tools.preferences().get(DEVICE).orElse(usual));
        FxThread.work(AudioDevices::outputs, found -> found.stream().filter(n -> !devices.getItems().contains(n)).forEach(devices.getItems()::add),
                tools.notices()::trouble);
        devices.setOnAction(e -> {
            var chosen = Optional.ofNullable(devices.getValue()).filter(d -> !d.equals(usual));
            tools.preferences().put(DEVICE, chosen.orElse(""));
            desk.ifPresent(d -> d.player().device(chosen));
        });
        var test = new Button(Texts.of("settings.device.test"));
        test.setMinWidth(USE_PREF_SIZE);
        test.setDisable(desk.isEmpty());
        test.setOnAction(e -> desk.ifPresent(d -> d.player().audition(chime())));
        getChildren().add(new Form().row(Texts.of("settings.device"), new HBox(10, devices, test), Texts.of("settings.device.words")));
    }

    /** Two soft notes, 0.6 s. */
    private static Pcm chime() {
        var out = new float[Desk.RATE * 6 / 10];
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / Desk.RATE;
            double note = t < 0.25 ? 523.25 : 659.25;
            double since = t < 0.25 ? t : t - 0.25;
            out[i] = (float) (0.2 * Math.sin(2 * Math.PI * note * t) * Math.min(1, since * 100) * Math.exp(-6 * since));
        }
        return Pcm.mono(Desk.RATE, out);
    }
}
