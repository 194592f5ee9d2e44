package studio.parley.ui.script;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.TakeEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.kit.Texts;

/** What opens from a card's head: who speaks, how, when, which take. One thing is open at a time. */
final class CardDoors implements CardHead.Doors {
    private final Desk desk;
    private final LineActions actions;
    private final Bubble bubble;

    CardDoors(Desk desk, LineActions actions, Bubble bubble) {
        this.desk = desk;
        this.actions = actions;
        this.bubble = bubble;
    }

    @Override
    public void speaker(LineCard card) {
        choose(card);
        show(card, card.head.name, new SpeakerPicker(desk, number -> {
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
        show(card, card.head.direction, new DirectionField(desk, card.line(), this::close));
    }

    @Override
    public void timing(LineCard card) {
        choose(card);
        show(card, card.head.timing, new TimingFields(desk, card.line(), this::close));
    }

    @Override
    public void takes(LineCard card) {
        choose(card);
        desk.document().line(card.line()).ifPresent(l -> takesMenu(l).show(card.head.takes, javafx.geometry.Side.BOTTOM, 0, 4));
    }

    /** What is asked for one card concerns all chosen lines only when it is one of them. */
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
            var item = new CheckMenuItem(Texts.of("script.take.item", take.number(), Clock.seconds((double) take.samples() / take.rate())));
            item.setSelected(line.sounding().filter(take::equals).isPresent());
            item.setOnAction(e -> desk.edit(TakeEdits.choose(line.id(), Optional.of(take.id()))));
            menu.getItems().add(item);
        }
        var newest = new MenuItem(Texts.of("script.take.newest"));
        newest.setOnAction(e -> desk.edit(TakeEdits.choose(line.id(), Optional.empty())));
        menu.getItems().addAll(new SeparatorMenuItem(), newest);
        return menu;
    }
}
