package studio.parley.ui.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.parley.studio.document.CurrentHearing;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Listening;
import studio.parley.studio.document.TakeEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.kit.Texts;

/** What the model hears before a line: references and earlier lines as chips, and how much of its memory they take. */
final class ContextStrip extends HBox {
    private final Desk desk;
    private final FlowPane chips = new FlowPane(6, 6);
    private final MenuButton preset = new MenuButton();
    private final BudgetMeter meter = new BudgetMeter();
    private Optional<String> line = Optional.empty();
    private List<Chip> shown = List.of();

    /** One thing offered to the model. */
    private record Chip(String label, String colour, Optional<String> line, boolean pinned, boolean left, String hint) {}

    ContextStrip(Desk desk) {
        this.desk = desk;
        getStyleClass().add("context-strip");
        setAlignment(Pos.TOP_LEFT);
        var hears = new Label(Texts.of("script.hears"));
        hears.getStyleClass().addAll("muted", "small");
        hears.setMinWidth(Region.USE_PREF_SIZE);
        preset.getStyleClass().setAll("card-button", "preset-button");
        preset.setId("context-preset");
        preset.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        chips.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(hears, chips, preset, meter);
    }

    void show(String id) {
        line = Optional.of(id);
        refresh();
    }

    private void refresh() {
        var document = desk.document();
        var found = line.flatMap(document::line);
        if (found.isEmpty()) return;
        var hearing = CurrentHearing.of(document, found.get(), Desk.DEFAULTS, desk.speech().model());
        var own = document.decoration(found.get().id()).listening();
        var next = new ArrayList<Chip>();
        for (var r : hearing.references()) next.add(reference(document, r.speaker(), r.path()));
        var heard = hearing.lines();
        int skipped = Math.max(0, heard.size() - MOST);
        for (var h : heard.subList(skipped, heard.size())) next.add(earlier(document, h.line(), own, false));
        for (var out : own.excluded()) if (document.indexOf(out) >= 0 && document.indexOf(out) < document.indexOf(found.get().id())) next.add(earlier(document, out, own, true));
        presets(own, document);
        if (next.equals(shown)) return;
        shown = List.copyOf(next);
        chips.getChildren().setAll(next.stream().map(this::node).toList());
        if (skipped > 0) chips.getChildren().add(hearing.references().size(), new Label("… " + skipped));
    }

    private static final int MOST = 24;

    private Chip reference(Document document, int speaker, String path) {
        var name = document.conversation().speaker(speaker).name();
        return new Chip(Texts.of("script.reference", name), document.track(speaker).colour(), Optional.empty(), false, false, path);
    }

    private Chip earlier(Document document, String id, Listening own, boolean left) {
        int at = document.indexOf(id);
        var l = document.lines().get(at);
        return new Chip(String.valueOf(at + 1), document.track(l.speaker()).colour(), Optional.of(id), own.pinned().contains(id), left, l.text());
    }

    private Node node(Chip chip) {
        var dot = new Region();
        dot.getStyleClass().add("speaker-dot");
        var button = new Button(chip.pinned() ? "📌 " + chip.label() : chip.label(), dot);
        button.getStyleClass().setAll("chip", "context-chip");
        if (chip.left()) button.getStyleClass().add("left-out");
        button.setStyle("-speaker: " + SpeakerColour.css(chip.colour(), desk.tools().look().isDark()));
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(chip.hint()));
        var what = chip.left() ? "script.chip.left" : chip.pinned() ? "script.chip.pinned" : "script.chip.heard";
        button.setAccessibleText(chip.line().isPresent() ? Texts.of(what, chip.label(), chip.hint()) : Texts.of("script.chip.reference", chip.label()));
        chip.line().ifPresent(id -> {
            button.setOnAction(e -> listen(id, false, !chip.left()));
            button.setContextMenu(menu(id, chip));
        });
        return button;
    }

    private ContextMenu menu(String id, Chip chip) {
        var pin = new MenuItem(Texts.of(chip.pinned() ? "script.unpin" : "script.pin"));
        pin.setOnAction(e -> listen(id, !chip.pinned(), false));
        var leave = new MenuItem(Texts.of(chip.left() ? "script.hear" : "script.leave"));
        leave.setOnAction(e -> listen(id, false, !chip.left()));
        return new ContextMenu(pin, leave);
    }

    private void listen(String id, boolean pin, boolean exclude) {
        line.ifPresent(own -> desk.edit(TakeEdits.listening(Set.of(own), desk.document().decoration(own).listening().withLine(id, pin, exclude))));
    }

    private void presets(Listening own, Document document) {
        var now = own.preset().orElse(document.settings().listening());
        preset.setText(name(now));
        preset.setAccessibleText(Texts.of("script.preset.is", name(now)));
        if (preset.getItems().isEmpty()) {
            for (var p : Listening.Preset.values()) preset.getItems().add(item(name(p), Optional.of(p)));
            preset.getItems().add(item(Texts.of("script.preset.inherit"), Optional.empty()));
        }
        for (int i = 0; i < preset.getItems().size(); i++) {
            boolean is = i < Listening.Preset.values().length ? own.preset().equals(Optional.of(Listening.Preset.values()[i])) : own.preset().isEmpty();
            ((RadioMenuItem) preset.getItems().get(i)).setSelected(is);
        }
    }

    private MenuItem item(String label, Optional<Listening.Preset> to) {
        var item = new RadioMenuItem(label);
        item.setOnAction(e -> line.ifPresent(own -> desk.edit(TakeEdits.listening(Set.of(own), desk.document().decoration(own).listening().withPreset(to)))));
        return item;
    }

    private static String name(Listening.Preset preset) {
        return Texts.of("script.preset." + preset.name().toLowerCase(java.util.Locale.ROOT));
    }
}
