package studio.parley.ui.script.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FocusRestorer;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SideBySide;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.script.context.ContextItems.Kind;
import studio.parley.ui.script.context.ContextItems.Thing;
import studio.parley.ui.session.ProjectSession;

/** The context of a line: references and earlier lines as chips, and how much of the model's context they take. */
public final class ContextStrip extends SideBySide {
    private final ProjectSession session;
    private final ContextBudgetModel budgets;
    private final FlowPane chips;
    /** In place of the chips if there are none: a sentence wraps, and in a flow it would not. */
    private final Label nothing;
    private final MenuButton preset = new MenuButton();
    private final ContextMeter meter = new ContextMeter();
    private Optional<String> line = Optional.empty();
    private Optional<List<Thing>> shown = Optional.empty();
    private Optional<ContextInputs> last = Optional.empty();
    private boolean dark;

    public ContextStrip(ProjectSession session) {
        this(session, new FlowPane(6, 6), Controls.words(Messages.of("script.hears.nothing"), "muted", "small"), new OneRow(8, 4));
    }

    private ContextStrip(ProjectSession session, FlowPane chips, Label nothing, FlowPane room) {
        super(heard(chips, nothing), room);
        this.session = session;
        this.chips = chips;
        this.nothing = nothing;
        budgets = new ContextBudgetModel(session);
        getStyleClass().add("context-strip");
        preset.getStyleClass().setAll("card-button", "preset-button");
        preset.setId("context-preset");
        preset.setMinWidth(Region.USE_PREF_SIZE);
        for (var p : ContextSelection.Preset.values()) preset.getItems().add(item(name(p), Optional.of(p)));
        preset.getItems().add(item(Messages.of("script.preset.inherit"), Optional.empty()));
        room.setAlignment(Pos.CENTER_RIGHT);
        room.getChildren().addAll(preset, meter);
        budgets.knownProperty().subscribe(k -> refresh());
    }

    private static HBox heard(FlowPane chips, Label nothing) {
        var hears = Controls.label(Messages.of("script.hears"), "muted", "small");
        hears.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        chips.setAlignment(Pos.CENTER_LEFT);
        var heard = new HBox(hears, chips, nothing);
        heard.getStyleClass().add("context-heard");
        heard.setAlignment(Pos.TOP_LEFT);
        return heard;
    }

    /** Shows a line; called again whenever the document has changed. */
    public void show(String id) {
        line = Optional.of(id);
        refresh();
        budgets.want(id);
    }

    private void refresh() {
        var document = session.document();
        var found = line.flatMap(document::line);
        if (found.isEmpty()) return;
        var budget = budgets.of(found.get().id());
        var source = new ContextInputs(document, found.get(), budget, session.speech().defaults());
        if (last.filter(source::isLike).isPresent() && dark == session.services().theme().isDark()) return;
        last = Optional.of(source);
        var next = ContextItems.of(document, found.get(), session.speech().defaults(), budget);
        presets(document.decoration(found.get().id()).listening(), document);
        budget.ifPresentOrElse(b -> meter.show(b.sound(), b.share(), b.trouble()), meter::hide);
        if (shown.equals(Optional.of(next)) && dark == session.services().theme().isDark()) return;
        shown = Optional.of(List.copyOf(next));
        dark = session.services().theme().isDark();
        Visibility.show(!next.isEmpty(), chips);
        Visibility.show(next.isEmpty(), nothing);
        FocusRestorer.around(chips, () -> chips.getChildren().setAll(nodes(document, next)));
    }

    /** The newest lines as chips; the many before them as a number. */
    private List<Node> nodes(Document document, List<Thing> things) {
        var out = new ArrayList<Node>();
        long lines = things.stream().filter(t -> t.line().isPresent() && t.kind() != Kind.LEFT_OUT).count();
        long skip = Math.max(0, lines - ContextItems.MOST);
        int passed = 0;
        for (var thing : things) {
            boolean counted = thing.line().isPresent() && thing.kind() != Kind.PINNED && thing.kind() != Kind.LEFT_OUT;
            if (counted && passed < skip) {
                if (passed++ == 0) out.add(more(skip));
                continue;
            }
            out.add(within(new ContextChip(thing, document, dark, this::listen)));
        }
        return out;
    }

    /** A flow does not make its parts narrower than they want to be: a long name would go over the edge of the card. */
    private ContextChip within(ContextChip chip) {
        chip.maxWidthProperty().bind(chips.widthProperty().map(w -> w.doubleValue() > 0 ? w.doubleValue() : Double.MAX_VALUE));
        return chip;
    }

    private static Label more(long count) {
        return Controls.label(Messages.of("script.hears.more", count), "muted", "small");
    }

    private void listen(String heard, boolean pin, boolean exclude) {
        line.ifPresent(own -> session.edit(TakeEdits.listening(Set.of(own), session.document().decoration(own).listening().withLine(heard, pin, exclude))));
    }

    private void presets(ContextSelection own, Document document) {
        var now = own.preset().orElse(document.settings().listening());
        preset.setText(name(now));
        preset.setAccessibleText(Messages.of("script.preset.is", name(now)));
        int chosen = own.preset().map(Enum::ordinal).orElse(ContextSelection.Preset.values().length);
        for (int i = 0; i < preset.getItems().size(); i++) ((RadioMenuItem) preset.getItems().get(i)).setSelected(i == chosen);
    }

    private MenuItem item(String label, Optional<ContextSelection.Preset> to) {
        var item = new RadioMenuItem(label);
        item.setOnAction(e -> line.ifPresent(own -> session.edit(TakeEdits.listening(Set.of(own), session.document().decoration(own).listening().withPreset(to)))));
        return item;
    }

    private static String name(ContextSelection.Preset preset) {
        return Messages.of("script.preset." + preset.name().toLowerCase(Locale.ROOT));
    }

    /** Prefers the width of all its content side by side; if there is less, it wraps. */
    private static final class OneRow extends FlowPane {
        OneRow(double across, double down) {
            super(across, down);
        }

        @Override
        protected double computePrefWidth(double height) {
            var shown = getManagedChildren();
            return snapSizeX(shown.stream().mapToDouble(n -> n.prefWidth(-1)).sum() + getHgap() * Math.max(0, shown.size() - 1));
        }
    }
}
