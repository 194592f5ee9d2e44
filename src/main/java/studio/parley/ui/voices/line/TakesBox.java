package studio.parley.ui.voices.line;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.takes.TakeComparison;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.FocusRestorer;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Scrolling;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** The takes of the selected line, newest first, with their actions; for several lines only what applies to all. */
final class TakesBox extends VBox {
    private final ProjectSession session;
    private final ToggleButton lock = mark(MaterialDesignL.LOCK_OUTLINE, "takes.lock");
    private final ToggleButton flag = mark(MaterialDesignF.FLAG_OUTLINE, "takes.flag");
    private final Button compare = new Button(Messages.of("voices.compare"));
    private final Button newest = new Button(Messages.of("voices.take.newest"));
    private final VBox rows = new VBox();
    private final VBox panel = new VBox();
    private List<Line> lines = List.of();
    /** What had the focus before the comparison. */
    private @Nullable Node before;

    TakesBox(ProjectSession session) {
        this.session = session;
        getStyleClass().add("takes-box");
        var commands = session.services().commands();
        lock.setOnAction(e -> commands.run("takes.lock"));
        flag.setOnAction(e -> commands.run("takes.flag"));
        var title = Controls.label(Messages.of("voices.takes"), "section");
        var gap = Controls.gap();
        var head = Controls.row(2, title, gap, flag, lock);
        compare.setOnAction(e -> compare());
        compare.setId("compare-takes");
        newest.setOnAction(e -> session.edit(TakeEdits.newest(lines.stream().map(Line::id).toList())));
        var one = button("takes.retake", "voices.take.one");
        var three = button("takes.three", "voices.take.three");
        for (var b : List.of(compare, newest, one, three)) b.getStyleClass().addAll("small");
        var actions = new FlowPane(6, 6, one, three, compare, newest);
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText(Messages.of("voices.takes"));
        rows.getStyleClass().add("take-rows");
        getChildren().addAll(head, rows, actions, panel);
    }

    private ToggleButton mark(org.kordamp.ikonli.Ikon icon, String command) {
        var button = new ToggleButton();
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button", "mark");
        button.setId(command.replace('.', '-'));
        return button;
    }

    private Button button(String command, String text) {
        var button = Controls.button(Messages.of(text), () -> session.services().commands().run(command));
        button.setTooltip(new Tooltip(Messages.of("commands." + command)));
        return button;
    }

    void show(List<Line> selected) {
        if (!selected.stream().map(Line::id).toList().equals(lines.stream().map(Line::id).toList())) {
            closePanel();
            if (selected.size() == 1) session.hearing().listed(selected.getFirst());
        }
        lines = selected;
        FocusRestorer.around(rows, this::rows);
        var document = session.document();
        show(lock, "takes.lock", lines.stream().allMatch(l -> document.decoration(l.id()).locked()));
        show(flag, "takes.flag", lines.stream().allMatch(l -> document.decoration(l.id()).flagged()));
        var single = lines.size() == 1 ? lines.getFirst() : null;
        compare.setDisable(single == null || single.takes().size() < 2);
        boolean picked = lines.stream().anyMatch(l -> l.chosen().isPresent() && !l.takes().isEmpty());
        Visibility.show(picked, newest);
    }

    private void rows() {
        var single = lines.size() == 1 ? lines.getFirst() : null;
        rows.getChildren().clear();
        if (single != null) {
            for (int i = single.takes().size(); i > 0; i--) rows.getChildren().add(new TakeRow(session, single, single.takes().get(i - 1)));
            if (single.takes().isEmpty()) rows.getChildren().add(Controls.words(Messages.of(single.isSpoken() ? "voices.takes.none" : "voices.takes.silent"), "muted", "small"));
        } else {
            rows.getChildren().add(Controls.words(Messages.of("voices.takes.many", lines.stream().mapToInt(l -> l.takes().size()).sum(), lines.size()), "muted", "small"));
        }
    }

    private void show(ToggleButton button, String command, boolean on) {
        button.setSelected(on);
        var hint = session.services().commands().hint(command);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
    }

    /** Mixes the takes in their places off the JavaFX thread, then plays them. */
    void compare() {
        if (lines.size() != 1 || lines.getFirst().takes().size() < 2) return;
        var document = session.document();
        var line = lines.getFirst().id();
        session.services().notices().attempt("compare").work(() -> TakeComparison.of(document, line, session.project().clipStore(), ProjectSession.RATE), made -> made.ifPresent(c -> {
            if (lines.size() != 1 || !lines.getFirst().id().equals(line)) return;
            var shown = new ComparePanel(session, c, this::closePanel);
            closePanel();
            before = getScene() == null ? null : getScene().getFocusOwner();
            panel.getChildren().setAll(shown);
            shown.requestFocus();
            Scrolling.reveal(shown);
        }));
    }

    private void closePanel() {
        if (panel.getChildren().isEmpty()) return;
        session.player().stopAudition();
        boolean within = Focus.isWithin(panel, getScene() == null ? null : getScene().getFocusOwner());
        panel.getChildren().clear();
        if (within && before != null && before.getScene() == getScene()) before.requestFocus();
    }
}
