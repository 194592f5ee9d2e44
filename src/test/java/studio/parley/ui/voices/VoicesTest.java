package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.ui.Desks;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Look;

class VoicesTest {
    private static final Path REFS = Path.of("assets/samples/refs").toAbsolutePath();
    @TempDir
    Path home;
    private Desk desk;

    private Scene scene() {
        desk = Desks.of(home, Desks.LIGHTHOUSE, 5);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var side = new SidePane(desk);
        side.setPrefWidth(331);
        side.setMinWidth(331);
        var scene = new Scene(new HBox(room, side), 700, 800);
        desk.tools().look().dress(scene);
        desk.tools().commands().listen(scene);
        return scene;
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(desk::close);
    }

    private static ClipboardContent files(String... names) {
        var content = new ClipboardContent();
        content.putFiles(java.util.Arrays.stream(names).map(n -> REFS.resolve(n).toFile()).toList());
        return content;
    }

    private Speaker speaker(int number) {
        return desk.document().conversation().speaker(number);
    }

    private ReferenceNote note(int number) {
        return desk.document().track(number).reference(speaker(number).references().getFirst().path());
    }

    @Test
    void aWavDroppedOnACardBecomesTheSpeakersVoice() throws Exception {
        try (var fx = new Fx(this::scene)) {
            fx.drop(fx.find("#voice-0"), files("ann.wav"));
            Fx.until(() -> !speaker(0).references().isEmpty(), 5000);
            assertEquals(List.of(new Reference("references/ann.wav")), speaker(0).references());
            assertTrue(note(0).transcript().length() > 10);
            fx.drop(fx.find("#voice-1"), files("ben.wav"));
            Fx.until(() -> !speaker(1).references().isEmpty(), 5000);
            Fx.until(() -> fx.stage.getScene().getRoot().lookup("#voice-1 .chips .chip") != null, 5000);
            for (var scheme : new Look.Scheme[] {Look.Scheme.LIGHT, Look.Scheme.DARK}) {
                Fx.run(() -> desk.tools().look().choose(scheme));
                fx.png("voices-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
        }
    }
}
