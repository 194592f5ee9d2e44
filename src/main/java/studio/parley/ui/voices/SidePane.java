package studio.parley.ui.voices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.voices.checks.Checks;
import studio.parley.ui.voices.checks.ChecksPane;
import studio.parley.ui.voices.line.LineCommands;
import studio.parley.ui.voices.line.LinePane;

/** The right-hand pane: voices, the selected line, the checks, as three tabs. */
public final class SidePane extends BorderPane {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox tabs = new HBox();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final ReferenceClipController work;
    private final ReferenceDrop drop;
    private final Checks checks;

    public SidePane(ProjectSession session) {
        this(session, RecorderFactory.SYSTEM, FileDialogs.system());
    }

    /** With another microphone and other dialogs, for tests. */
    SidePane(ProjectSession session, RecorderFactory microphone, FileDialogs choosers) {
        getStyleClass().addAll("surface", "side-pane");
        setId("side-pane");
        work = new ReferenceClipController(session, microphone);
        drop = new ReferenceDrop(session, work);
        var line = new LinePane(session);
        var checks = new Checks(session);
        checks.register();
        tabs.getStyleClass().add("side-tabs");
        tabs.setAlignment(Pos.CENTER_LEFT);
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        add("voices", new VoicesPane(session, work));
        add("line", line);
        add("checks", new ChecksPane(session, checks));
        setTop(tabs);
        checks.issuesProperty().subscribe(found -> count(checks));
        checks.castProperty().subscribe(found -> count(checks));
        this.checks = checks;
        new RecordingCommands(session, choosers, this::getScene).register();
        new LineCommands(session, () -> {
            show("line");
            line.compare();
        }).register();
        session.services().commands().add(Command.of("side.voices", "Alt+1", () -> show("voices")),
                Command.of("side.line", "Alt+2", () -> show("line")), Command.of("side.checks", "Alt+3", () -> show("checks")));
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        show("voices");
    }

    private void count(Checks checks) {
        int count = checks.issuesProperty().get().size() + checks.castProperty().get().size();
        button("checks").setText(count == 0 ? Messages.of("voices.tab.checks") : Messages.of("voices.tab.checks.count", count));
    }

    /** Handles audio files that are dropped anywhere in an area; see {@link ReferenceDrop#listen}. */
    public ReferenceDrop drop() {
        return drop;
    }

    /** The handler of words of a line that a check is about. */
    public void onWords(Checks.WordsShower shower) {
        checks.onWords(shower);
    }

    ReferenceClipController work() {
        return work;
    }

    private void add(String name, Node content) {
        var button = new ToggleButton(Messages.of("voices.tab." + name));
        button.setId("tab-" + name);
        button.getStyleClass().setAll("side-tab");
        button.setToggleGroup(group);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setUserData(content);
        button.setOnAction(e -> show(name));
        buttons.put(name, button);
        tabs.getChildren().add(button);
    }

    private ToggleButton button(String name) {
        return Objects.requireNonNull(buttons.get(name));
    }

    /** Shows one of "voices", "line", "checks". */
    public void show(String name) {
        var button = button(name);
        group.selectToggle(button);
        setCenter((Node) button.getUserData());
        buttons.values().forEach(b -> b.setFocusTraversable(b == button));
    }

    /** The tab that is shown. */
    public String shown() {
        return buttons.keySet().stream().filter(n -> button(n).isSelected()).findFirst().orElse("voices");
    }

    /** Left and Right move from tab to tab. */
    private void step(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by == 0 || event.isAltDown()) return;
        var names = buttons.keySet().stream().toList();
        int now = names.indexOf(shown());
        var next = names.get(Math.floorMod(now + by, names.size()));
        show(next);
        button(next).requestFocus();
        event.consume();
    }
}
