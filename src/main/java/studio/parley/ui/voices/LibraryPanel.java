package studio.parley.ui.voices;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.ui.kit.Attempt;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.voice.VoiceClip;
import studio.parley.voice.VoiceLibrary;

/** The user's voice library: search, listen, add one to the project, remove. */
final class LibraryPanel extends VBox {
    private final ReferenceClipController work;
    private final int speaker;
    private final TextField search = new TextField();
    private final ListView<VoiceClip> list = new ListView<>();
    private List<VoiceClip> all = List.of();

    LibraryPanel(ReferenceClipController work, int speaker, Runnable close) {
        this.work = work;
        this.speaker = speaker;
        getStyleClass().addAll("panel", "library-panel");
        setId("library-panel");
        search.setPromptText(Messages.of("voices.library.search"));
        search.setAccessibleText(Messages.of("voices.library.search"));
        search.textProperty().subscribe(t -> filter());
        list.getStyleClass().add("library");
        list.setAccessibleText(Messages.of("voices.library"));
        list.setCellFactory(v -> new Cell());
        list.setPlaceholder(new Label(Messages.of("voices.library.empty")));
        ((Label) list.getPlaceholder()).setWrapText(true);
        list.setOnKeyPressed(e -> {
            var clip = list.getSelectionModel().getSelectedItem();
            if (clip == null) return;
            if (e.getCode() == KeyCode.ENTER) take(clip);
            else if (e.getCode() == KeyCode.DELETE) remove(clip);
        });
        var done = Controls.button(Messages.of("voices.done"), close, "small");
        getChildren().addAll(search, list, done);
        focusedProperty().subscribe(on -> {
            if (on) search.requestFocus();
        });
        load();
    }

    private void load() {
        attempt().work(() -> work.shared().library().list(), this::show);
    }

    private void show(VoiceLibrary.Listing listing) {
        listing.notices().forEach(work.session().services().notices()::warn);
        all = listing.clips();
        filter();
    }

    private void filter() {
        var wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(all.stream().filter(c -> (c.name() + " " + String.join(" ", c.moods()) + " " + c.transcript()).toLowerCase(Locale.ROOT)
                .contains(wanted)).toList());
    }

    private void take(VoiceClip clip) {
        work.fromLibrary(speaker, clip);
    }

    private void remove(VoiceClip clip) {
        attempt().write(() -> {
            work.shared().library().remove(clip.id());
            return work.shared().library().list();
        }, this::show);
    }

    private void play(VoiceClip clip) {
        attempt().work(() -> work.shared().library().sound(clip), work.session().player()::audition);
    }

    private Attempt attempt() {
        return work.session().services().notices().attempt("library");
    }

    private final class Cell extends ListCell<VoiceClip> {
        @Override
        protected void updateItem(VoiceClip clip, boolean empty) {
            super.updateItem(clip, empty);
            setText(null);
            setGraphic(null);
            if (clip == null || empty) return;
            var name = new Label(clip.moods().isEmpty() ? clip.name() : clip.name() + " · " + String.join(", ", clip.moods()));
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var play = Icons.button(MaterialDesignP.PLAY, Messages.of("voices.play", clip.name()), () -> play(clip));
            var take = new Button(Messages.of("voices.library.use"));
            take.getStyleClass().add("small");
            take.setMinWidth(USE_PREF_SIZE);
            take.setOnAction(e -> take(clip));
            var row = Controls.row(4, play, name, take);
            setAccessibleText(name.getText() + ". " + clip.transcript());
            setGraphic(row);
        }
    }
}
