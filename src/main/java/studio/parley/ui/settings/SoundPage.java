package studio.parley.ui.settings;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SearchableComboBox;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioDevices;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** The audio output. */
final class SoundPage extends StackPane {
    static final String DEVICE = "sound.device";

    SoundPage(AppServices services, Optional<ProjectSession> session) {
        var usual = Messages.of("settings.device.system");
        // A system may have dozens of outputs: typing filters them.
        var devices = new SearchableComboBox<String>();
        devices.setId("devices");
        devices.setMaxWidth(420);
        devices.getItems().add(usual);
        services.preferences().get(DEVICE).ifPresent(devices.getItems()::add);
        devices.setValue(services.preferences().get(DEVICE).orElse(usual));
        FxThread.work(AudioDevices::outputs, found -> found.stream().filter(n -> !devices.getItems().contains(n)).forEach(devices.getItems()::add),
                services.notices()::trouble);
        devices.setOnAction(e -> {
            var chosen = Optional.ofNullable(devices.getValue()).filter(d -> !d.equals(usual));
            services.preferences().put(DEVICE, chosen.orElse(""));
            session.ifPresent(d -> d.player().device(chosen));
        });
        var test = Controls.button(Messages.of("settings.device.test"), () -> session.ifPresent(d -> d.player().audition(chime())));
        test.setDisable(session.isEmpty());
        getChildren().add(new SettingsForm().row(Messages.of("settings.device"), new HBox(10, devices, test), Messages.of("settings.device.words")));
    }

    /** Two soft notes, 0.6 s. */
    private static Pcm chime() {
        var out = new float[ProjectSession.RATE * 6 / 10];
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / ProjectSession.RATE;
            double note = t < 0.25 ? 523.25 : 659.25;
            double since = t < 0.25 ? t : t - 0.25;
            out[i] = (float) (0.2 * Math.sin(2 * Math.PI * note * t) * Math.min(1, since * 100) * Math.exp(-6 * since));
        }
        return Pcm.mono(ProjectSession.RATE, out);
    }
}
