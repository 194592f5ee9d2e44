package studio.parley.ui.script.card;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.session.ProjectSession;

/** The popovers of a card's head: speaker, direction, timing, take. Only one is open at a time. */
public final class CardPopovers implements CardHead.Popovers {
    private final ProjectSession session;
    private final LineActions actions;
    private final Popover bubble;

    public CardPopovers(ProjectSession session, LineActions actions, Popover bubble) {
        this.session = session;
        this.actions = actions;
        this.bubble = bubble;
    }

    @Override
    public void speaker(LineCard card) {
        choose(card);
        show(card, card.head.name, new SpeakerPicker(session, number -> {
            close();
            actions.speaker(number);
        }, name -> {
            close();
            actions.newSpeaker(name);
        }));
    }

    @Override
    public void direction(LineCard card) {
        choose(card);
        show(card, card.head.direction, new DirectionField(session, card.line(), this::close));
    }

    @Override
    public void timing(LineCard card) {
        choose(card);
        show(card, card.head.timing, new TimingFields(session, card.line(), this::close));
    }

    @Override
    public void takes(LineCard card) {
        choose(card);
        session.document().line(card.line()).ifPresent(l -> takesMenu(l).show(card.head.takes, javafx.geometry.Side.BOTTOM, 0, 4));
    }

    /** An action on a card applies to all selected lines only if it is one of them. */
    private void choose(LineCard card) {
        if (!actions.model().isSelected(card.line())) actions.model().select(card.line());
    }

    private void show(LineCard card, Node owner, Region content) {
        bubble.show(content, owner, () -> {
            if (!card.isEdited()) card.requestFocus();
        });
    }

    void close() {
        bubble.close();
    }

    private ContextMenu takesMenu(Line line) {
        var menu = new ContextMenu();
        for (int i = line.takes().size() - 1; i >= 0; i--) {
            var take = line.takes().get(i);
            var item = new CheckMenuItem(Messages.of("script.take.item", take.number(), TimeFormat.seconds((double) take.samples() / take.rate())));
            item.setSelected(line.sounding().filter(take::equals).isPresent());
            item.setOnAction(e -> session.edit(TakeEdits.choose(line.id(), Optional.of(take.id()))));
            menu.getItems().add(item);
        }
        var newest = new MenuItem(Messages.of("script.take.newest"));
        newest.setOnAction(e -> session.edit(TakeEdits.choose(line.id(), Optional.empty())));
        menu.getItems().addAll(new SeparatorMenuItem(), newest);
        return menu;
    }
}
