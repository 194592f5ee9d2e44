package studio.parley.ui.script.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.script.Scripts;
import studio.parley.problem.Problem;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;

class LineCardTest {
    private final Document document = TakeEdits.flag(List.of("L1"), true).change()
            .apply(Document.of(Scripts.read("x", SessionFixture.LIGHTHOUSE, Optional.empty())));

    private LineCard card(int index, Staleness staleness, RenderStatus work) {
        var card = new LineCard(new CardHead.Popovers() {
            @Override
            public void speaker(LineCard c) {}

            @Override
            public void direction(LineCard c) {}

            @Override
            public void timing(LineCard c) {}

            @Override
            public void takes(LineCard c) {}
        });
        card.show(LineRow.of(document, index, staleness, Optional.ofNullable(work)), false);
        card.mark(false, index == 1, index == 2);
        return card;
    }

    @Test
    void everyStateHasItsLook() throws Exception {
        var cards = new LineCard[6];
        try (var fx = new Fx(() -> {
            cards[0] = card(0, new Staleness.Missing(), new RenderStatus.Waiting(2));
            cards[1] = card(1, new Staleness.Missing(), new RenderStatus.Preparing());
            cards[2] = card(2, new Staleness.Missing(), new RenderStatus.Speaking(24, 100, 0.08));
            cards[3] = card(3, new Staleness.Missing(), new RenderStatus.Failed(Problem.model("The line is too long for this model; split it.")));
            cards[4] = card(4, new Staleness.Upstream(List.of("L1", "L2")), null);
            cards[5] = card(5, new Staleness.Missing(), null);
            var scene = new Scene(new StackPane(new VBox(cards)), 900, 460);
            new Theme(Runnable::run).dress(scene);
            return scene;
        })) {
            fx.png("card-states.png");
            assertEquals("rendering 1.9 s…", Fx.call(() -> cards[2].lookupAll(".label").stream().map(n -> ((Labeled) n).getText())
                    .filter(t -> t.startsWith("rendering")).findFirst().orElse("")));
        }
    }
}
