package studio.parley.ui.voices;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.FocusRestorer;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.InlineField;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Scrolling;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** A speaker with its voice: colour, name, clips. Audio files dropped on it become clips of this voice. */
final class SpeakerCard extends VBox {
    private final ProjectSession session;
    private final ReferenceClipController work;
    private final int number;
    private final ColourButton colour;
    private final InlineField name;
    private final Label seconds = Controls.label("", "muted", "small", "numbers");
    private final Button play;
    private final ClipTabs tabs;
    private final ClipView clip;
    private final VBox empty;
    private final VBox below = new VBox();
    private int shown;
    private Speaker speaker;
    private List<Object> last = List.of();

    SpeakerCard(ProjectSession session, ReferenceClipController work, Speaker speaker) {
        this.session = session;
        this.work = work;
        this.number = speaker.number();
        this.speaker = speaker;
        getStyleClass().addAll("card", "voice-card");
        setId("voice-" + number);
        setAccessibleRole(AccessibleRole.PARENT);
        colour = new ColourButton(session, number);
        name = new InlineField(Messages.of("voices.name"), this::rename);
        name.getStyleClass().add("heading");
        // A name looks like a label: after Enter it is done, and the next letter is not part of it.
        name.addEventHandler(ActionEvent.ACTION, e -> Focus.goHome(getScene()));
        name.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !e.isConsumed()) Focus.goHome(getScene());
        });
        seconds.setMinWidth(USE_PREF_SIZE);
        play = Icons.button(MaterialDesignP.PLAY, Messages.of("voices.play", speaker.name()), this::play);
        play.getStyleClass().add("voice-play");
        tabs = new ClipTabs(index -> showClip(index));
        clip = new ClipView(session, work, number);
        clip.whileTrimmed(millis -> seconds.setText(TimeFormat.seconds(millis / 1000.0)));
        empty = new EmptyVoice(session, work, number, this::below, this::closeBelow);
        var header = new HBox(colour, name, seconds, play, new SpeakerMenu(session, work, this).button());
        header.getStyleClass().add("voice-header");
        header.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        getChildren().addAll(header, tabs, clip, empty, below);
        accessibleTextProperty().bind(Bindings.createStringBinding(() -> this.speaker.name(), session.documentProperty()));
        Focus.keepKeys(below);
        below.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE || below.getChildren().isEmpty()) return;
            closeBelow();
            name.requestFocus();
            e.consume();
        });
        DroppedFiles.accept(this, this, session.services().notices(), files -> !files.sounds().isEmpty(), (files, e) -> work.add(number, files.sounds()));
        show(speaker);
    }

    /** Like {@link #show}, unless nothing about the speaker has changed. */
    void update(Speaker now) {
        var state = List.of(now, session.document().track(number), work.sounds().versionProperty().get(), session.services().theme().isDark());
        if (state.equals(last)) return;
        last = state;
        FocusRestorer.around(this, () -> show(now));
    }

    private void show(Speaker now) {
        speaker = now;
        var track = session.document().track(number);
        colour.show(track.colour());
        name.show(now.name());
        play.setAccessibleText(Messages.of("voices.play", now.name()));
        play.setStyle("-voice-colour: " + Voices.css(session, number) + ";");
        shown = Math.clamp(shown, 0, Math.max(0, now.references().size() - 1));
        boolean has = !now.references().isEmpty();
        Visibility.show(has, clip);
        Visibility.show(!has && below.getChildren().isEmpty(), empty);
        play.setDisable(!has);
        tabs.show(now.references(), track, shown);
        if (has) clip.show(now, path());
        seconds.setText(!has ? "" : work.sounds().facts(path(), track.reference(path())).map(f -> TimeFormat.seconds(f.report().seconds())).orElse(""));
        seconds.setTooltip(seconds.getText().isEmpty() ? null : new Tooltip(Messages.of("voices.hears.seconds", seconds.getText())));
    }

    /** Moves the cursor into the name, with all of it selected. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    Speaker speaker() {
        return speaker;
    }

    ClipView clip() {
        return clip;
    }

    /** The clip that is shown. */
    java.util.Optional<Reference> reference() {
        return speaker.references().isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(speaker.references().get(shown));
    }

    /** Shows a clip by its path, such as a new one. */
    void showClip(String path) {
        showClip(speaker.references().stream().map(Reference::path).toList().indexOf(path));
    }

    private void showClip(int index) {
        shown = Math.max(0, index);
        show(speaker);
    }

    private String path() {
        return speaker.references().get(shown).path();
    }

    private void rename(String wanted) {
        boolean taken = session.document().conversation().speakers().stream().anyMatch(s -> s.number() != number && s.name().equals(wanted));
        if (wanted.isEmpty() || wanted.length() > 200) return;
        if (taken) session.services().notices().warn(Messages.of("voices.name.taken", wanted));
        else session.edit(ProjectEdits.rename(number, wanted));
    }

    private void play() {
        work.play(number, path());
    }

    /** Shows a panel (recorder, delivery, test sentence) under the clip, in place of another. */
    void below(Node panel) {
        below.getChildren().setAll(panel);
        panel.requestFocus();
        show(speaker);
        Scrolling.reveal(panel);
    }

    void closeBelow() {
        below.getChildren().clear();
        show(speaker);
    }

    /** The card of a speaker without a clip: the three ways to add one. */
    private static final class EmptyVoice extends VBox {
        EmptyVoice(ProjectSession session, ReferenceClipController work, int speaker, Consumer<Node> below, Runnable close) {
            getStyleClass().add("empty-voice");
            var words = Controls.words(Messages.of("voices.empty"), "muted", "small");
            var ways = new FlowPane(10, 2,
                    link("voices.file", () -> work.choose(speaker, getScene().getWindow())),
                    link("voices.record", () -> below.accept(work.recorder(speaker, close))),
                    link("voices.library.take", () -> below.accept(work.library(speaker, close))));
            getChildren().addAll(words, ways);
        }

        private static Hyperlink link(String key, Runnable action) {
            var link = new Hyperlink(Messages.of(key));
            link.getStyleClass().add("small");
            link.setOnAction(e -> {
                link.setVisited(false);
                action.run();
            });
            return link;
        }
    }
}
