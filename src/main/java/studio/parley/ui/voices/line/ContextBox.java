package studio.parley.ui.voices.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.render.ContextBudget;
import studio.parley.studio.project.render.ContextBudgets;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FocusRestorer;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** The context of a line: how far back it reaches, each item with its cost, pinned or left out manually. */
final class ContextBox extends VBox {
    private final ProjectSession session;
    private final VBox rows = new VBox();
    private final ProgressBar meter = new ProgressBar(0);
    private final Label cost = Controls.label("", "muted", "small");
    private final HBox budget = Controls.row(8, meter, cost);
    private final ContextOverflowBox trouble;
    private final HBox presets = new HBox();
    private List<Line> lines = List.of();
    private Optional<LoadedModel> model = Optional.empty();
    private Optional<ContextBudgets> budgets = Optional.empty();
    private int asked;

    ContextBox(ProjectSession session) {
        this.session = session;
        getStyleClass().add("heard-box");
        var title = Controls.label(Messages.of("voices.hears"), "section");
        presets.getStyleClass().add("chips");
        rows.getStyleClass().add("heard-rows");
        meter.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(meter, Priority.ALWAYS);
        cost.setMinWidth(USE_PREF_SIZE);
        trouble = new ContextOverflowBox(session);
        getChildren().addAll(title, presets, budget, trouble, rows);
        budget(Optional.empty());
    }

    void show(List<Line> selected) {
        lines = selected;
        var own = lines.stream().map(l -> session.document().decoration(l.id()).listening().preset()).distinct().toList();
        FocusRestorer.around(presets, () -> {
            var group = new ToggleGroup();
            presets.getChildren().clear();
            presets.getChildren().add(preset(group, Optional.empty(), own));
            for (var p : ContextSelection.Preset.values()) presets.getChildren().add(preset(group, Optional.of(p), own));
        });
        ask();
    }

    private ToggleButton preset(ToggleGroup group, Optional<ContextSelection.Preset> preset, List<Optional<ContextSelection.Preset>> own) {
        var key = "voices.hears." + preset.map(p -> p.name().toLowerCase(java.util.Locale.ROOT)).orElse("inherit");
        var button = Controls.chip(group, Messages.of(key), own.equals(List.of(preset)), () -> lines.forEach(line -> listening(line, l -> l.withPreset(preset))));
        button.setTooltip(new Tooltip(Messages.of(key + ".help")));
        return button;
    }

    private void listening(Line line, java.util.function.UnaryOperator<ContextSelection> change) {
        session.edit(TakeEdits.listening(List.of(line.id()), change.apply(session.document().decoration(line.id()).listening())));
    }

    /** Requests the budget; the result of an older request is dropped. */
    private void ask() {
        int question = ++asked;
        var now = session.speech().model();
        if (!now.equals(model)) budgets = now.map(m -> new ContextBudgets(m, session.project().folder()));
        model = now;
        if (lines.size() != 1 || budgets.isEmpty()) {
            rows.getChildren().setAll(Controls.words(Messages.of(lines.size() > 1 ? "voices.hears.many" : "voices.hears.waiting"), "muted", "small"));
            budget(Optional.empty());
            return;
        }
        budgets.get().later(session.document(), lines.getFirst().id()).whenCompleteAsync((made, thrown) -> {
            if (question != asked) return;
            var attempt = session.services().notices().attempt("budget");
            if (thrown != null) {
                attempt.failed(thrown);
                return;
            }
            attempt.succeeded();
            FocusRestorer.around(rows, () -> show(lines.getFirst(), made));
        }, FxThread.executor());
    }

    private void show(Line line, ContextBudget made) {
        budget(Optional.of(made));
        var listening = session.document().decoration(line.id()).listening();
        rows.getChildren().clear();
        // In the order of the script, references first: excluded lines stay in their place.
        var placed = new TreeMap<Integer, List<ContextRow>>();
        made.heard().forEach(h -> place(placed, h, new ContextRow(session, line, listening, h, true)));
        made.dropped().forEach(h -> place(placed, h, new ContextRow(session, line, listening, h, false)));
        listening.excluded().stream().filter(id -> session.document().indexOf(id) >= 0)
                .forEach(id -> place(placed, session.document().indexOf(id), ContextRow.excluded(session, line, listening, id)));
        placed.values().forEach(rows.getChildren()::addAll);
        if (rows.getChildren().isEmpty()) rows.getChildren().add(Controls.words(Messages.of("voices.hears.nothing"), "muted", "small"));
    }

    private void place(Map<Integer, List<ContextRow>> placed, ContextBudget.Heard heard, ContextRow row) {
        place(placed, heard instanceof ContextBudget.Earlier e ? session.document().indexOf(e.line()) : -1, row);
    }

    private static void place(Map<Integer, List<ContextRow>> placed, int at, ContextRow row) {
        placed.computeIfAbsent(at, i -> new ArrayList<>()).add(row);
    }

    private void budget(Optional<ContextBudget> made) {
        Visibility.show(made.isPresent(), budget);
        trouble.show(made);
        made.ifPresent(b -> {
            meter.setProgress(b.share());
            cost.setText(Messages.of("voices.hears.cost", TimeFormat.seconds(b.sound()), Math.round(100 * b.share())));
            cost.setTooltip(new Tooltip(Messages.of("voices.hears.cost.help", TimeFormat.seconds(b.reserved()))));
            meter.setAccessibleText(cost.getText());
        });
    }

    /** Why a line does not fit with its context, and the action that fixes it; hidden if it fits. */
    private static final class ContextOverflowBox extends VBox {
        private final Label words = Controls.words("", "small", "bad");
        private final Button cut = new Button(Messages.of("session.cutClip"));
        private Optional<ContextBudget.Reference> clip = Optional.empty();

        ContextOverflowBox(ProjectSession session) {
            super(6);
            setId("no-room");
            cut.setId("cut-clip");
            cut.getStyleClass().addAll("small", "accent");
            cut.setOnAction(e -> clip.ifPresent(c -> session.speech().cutClip(c.speaker(), c.path(), () -> { })));
            getChildren().addAll(words, cut);
            show(Optional.empty());
        }

        void show(Optional<ContextBudget> budget) {
            var trouble = budget.map(ContextBudget::trouble).orElse("");
            clip = budget.flatMap(ContextBudget::tooLong);
            words.setText(trouble);
            Visibility.show(clip.isPresent(), cut);
            Visibility.show(!trouble.isEmpty(), this);
        }
    }
}
