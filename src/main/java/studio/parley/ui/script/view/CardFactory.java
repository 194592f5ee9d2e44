package studio.parley.ui.script.view;

import java.util.Optional;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.script.card.CardHead;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.script.card.LineRow;
import studio.parley.ui.script.card.VirtualCardList;

/** Creates and updates cards. */
record CardFactory(ScriptView view, CardHead.Popovers popovers) implements VirtualCardList.Cards<LineCard> {
    @Override
    public LineCard make() {
        var card = new LineCard(popovers);
        card.focusedProperty().subscribe(has -> {
            if (has) view.focused(card);
        });
        return card;
    }

    @Override
    public void show(LineCard card, String id) {
        card.details(Optional.empty());
        view.show(card, id);
    }

    @Override
    public boolean suits(LineCard card, String id) {
        return view.colour(id).equals(card.row().map(LineRow::colour));
    }

    @Override
    public void update() {
        view.update();
    }

    @Override
    public boolean isHeld(LineCard card) {
        return card.isEdited() || Commands.hasFocus(card);
    }
}
