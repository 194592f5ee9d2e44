package studio.parley.ui.voices;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.DroppedFiles;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The speakers: a card for each, and a drop area for voices. */
final class VoicesPane extends ScrollPane {
    private final ProjectSession session;
    private final ReferenceClipController work;
    private final Map<Integer, SpeakerCard> cards = new HashMap<>();
    private final VBox list = new VBox();
    private final Button drop = new Button(Messages.of("voices.drop"));
    private final Button add = new Button(Messages.of("voices.add"));

    VoicesPane(ProjectSession session, ReferenceClipController work) {
        this.session = session;
        this.work = work;
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(list);
        list.getStyleClass().add("voices");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        drop.getStyleClass().setAll("drop-here");
        drop.setId("drop-voice");
        drop.setWrapText(true);
        drop.setMaxWidth(Double.MAX_VALUE);
        drop.setOnAction(e -> work.choose(getScene().getWindow()));
        add.setId("add-speaker");
        add.getStyleClass().addAll("flat", "small");
        add.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_PLUS_OUTLINE));
        add.setOnAction(e -> addSpeaker());
        DroppedFiles.accept(this, drop, session.services().notices(), files -> !files.sounds().isEmpty(), (files, e) -> work.addVoices(files.sounds()));
        session.documentProperty().subscribe(d -> refresh());
        session.darkProperty().subscribe(d -> refresh());
        work.sounds().versionProperty().subscribe(v -> refresh());
        work.onClip((speaker, path, fresh) -> show(speaker, path, fresh));
    }

    private void refresh() {
        var speakers = session.document().conversation().speakers();
        cards.keySet().retainAll(speakers.stream().map(Speaker::number).toList());
        for (var speaker : speakers) {
            var card = cards.get(speaker.number());
            if (card == null) cards.put(speaker.number(), new SpeakerCard(session, work, speaker));
            else card.update(speaker);
        }
        var wanted = new java.util.ArrayList<javafx.scene.Node>(speakers.stream().map(s -> cards.get(s.number())).toList());
        wanted.add(drop);
        wanted.add(add);
        if (!list.getChildren().equals(wanted)) list.getChildren().setAll(wanted);
        drop.setText(Messages.of(speakers.isEmpty() ? "voices.drop.first" : "voices.drop"));
    }

    /** A new clip: shows it, and asks for missing information. */
    private void show(int speaker, String path, boolean fresh) {
        refresh();
        var card = cards.get(speaker);
        if (card == null) return;
        card.closeBelow();
        card.showClip(path);
        if (fresh) card.clip().askConsent();
    }

    private void addSpeaker() {
        int number = ProjectEdits.freshNumber(session.document());
        var name = Voices.name(java.nio.file.Path.of(Messages.of("voices.add.name")), session.document().conversation().speakers());
        session.edit(ProjectEdits.addSpeaker(Speaker.named(number, name)));
        Objects.requireNonNull(cards.get(number)).focusName();
    }
}
