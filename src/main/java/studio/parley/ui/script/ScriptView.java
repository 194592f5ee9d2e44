package studio.parley.ui.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.Document;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.Commands;

/** The script: one card per line, of which those in sight exist. */
public final class ScriptView extends BorderPane {
    private final Desk desk;
    private final ScriptModel model;
    private final LineActions actions;
    private final CardFlow<LineCard> flow;
    private final CardDoors doors;
    private final ScriptImports imports;
    private final Typing typing;
    private final CardDetails details;
    private final FindBar find;
    private Optional<BiConsumer<Integer, List<Path>>> sounds = Optional.empty();
    private boolean dirty = true;
    private final EmptyScript empty;
    private final StackPane middle = new StackPane();

    public ScriptView(Desk desk) {
        this(desk, Choosers.system());
    }

    /** With other answers to the questions for files, for tests. */
    ScriptView(Desk desk, Choosers choosers) {
        this.desk = desk;
        model = new ScriptModel(desk);
        actions = new LineActions(model);
        doors = new CardDoors(desk, actions, new Bubble(middle));
        imports = new ScriptImports(desk, model, this, choosers);
        flow = new CardFlow<>(new LineCards(this, doors));
        details = new CardDetails(desk);
        typing = new Typing(model, actions, flow);
        find = new FindBar(desk, model, this);
        getStyleClass().addAll("sunken", "script-view");
        setId("script");
        empty = new EmptyScript(desk, actions);
        middle.getChildren().setAll(flow, empty);
        setCenter(middle);
        setBottom(new AffectedSummary(desk));
        new CardMouse(model, actions, flow).listen();
        new CardKeys(model, actions, flow).listen();
        new ScriptDrop(desk, this).listen();
        new ScriptCommands(this, desk, model, actions, choosers).register();
        new Following(model, this).listen();
        listen();
    }

    private void listen() {
        desk.documentProperty().subscribe(this::read);
        desk.stalenessProperty().subscribe(s -> refresh());
        desk.selectionProperty().subscribe(s -> selected());
        desk.darkProperty().subscribe(this::refresh);
        desk.speech().statuses().addListener((MapChangeListener<String, RenderStatus>) c -> refresh());
        model.caretProperty().subscribe(this::refresh);
        desk.waveforms().versionProperty().subscribe(details::refresh);
    }

    private void read(Document document) {
        boolean focused = Commands.hasFocus(flow);
        flow.ids(model.idsProperty().get());
        refresh();
        typing.follow();
        empty.setVisible(document.lines().isEmpty());
        if (focused) keepFocus();
    }

    private void selected() {
        refresh();
        model.current().ifPresent(flow::reveal);
        typing.selected();
        if (Commands.hasFocus(flow)) keepFocus();
    }

    /** The focus goes with the current line, unless it is in a button of its card or somebody types. */
    private void keepFocus() {
        boolean there = model.current().flatMap(flow::card).filter(Commands::hasFocus).isPresent();
        if (!there && model.caretProperty().get().isEmpty()) focusCurrent();
    }

    /** Cards are brought up to date with the next layout, however much changes until then. */
    void refresh() {
        dirty = true;
        flow.requestLayout();
    }

    /** Brings what cards show up to date; a card whose row is the same is not touched. */
    void update() {
        if (!dirty) return;
        dirty = false;
        var current = model.current();
        for (var entry : flow.cards()) show(entry.getValue(), entry.getKey(), current);
    }

    void show(LineCard card, String id) {
        show(card, id, model.current());
    }

    private void show(LineCard card, String id, Optional<String> now) {
        int index = desk.document().indexOf(id);
        if (index < 0) return;
        var status = Optional.ofNullable(desk.speech().statuses().get(id));
        card.show(Row.of(desk.document(), index, desk.staleness(id), status), desk.tools().look().isDark());
        boolean current = now.equals(Optional.of(id));
        card.mark(current, model.isSelected(id), details.isHeard(id));
        card.setFocusTraversable(current || now.isEmpty() && index == 0);
        if (current) details.show(card);
        card.details(current ? Optional.of(details) : Optional.empty());
        card.words.marks(find.marks(id));
    }

    /** Whoever walks in by keyboard is on the first line then. */
    void focused(LineCard card) {
        if (model.current().isEmpty() && desk.document().line(card.line()).isPresent()) model.select(card.line());
    }

    /** The colour a line's card will have. */
    Optional<String> colour(String id) {
        return desk.document().line(id).map(l -> desk.document().track(l.speaker()).colour());
    }

    /** The focus to the current line's card, which is scrolled into sight. */
    void focusCurrent() {
        model.current().ifPresent(id -> {
            flow.reveal(id);
            flow.layout();
            flow.card(id).ifPresent(LineCard::requestFocus);
        });
    }

    /** Puts the keyboard where words go: into the field of an empty script, else onto the current line or the first. */
    public void takeFocus() {
        if (desk.document().lines().isEmpty()) empty.takeFocus();
        else if (model.current().isPresent()) focusCurrent();
        else model.idsProperty().get().stream().findFirst().ifPresent(id -> {
            model.select(id);
            focusCurrent();
        });
    }

    ScriptModel model() {
        return model;
    }

    CardFlow<LineCard> flow() {
        return flow;
    }

    CardDetails details() {
        return details;
    }

    FindBar find() {
        return find;
    }

    Typing typing() {
        return typing;
    }

    /** Who takes sound files that are dropped on a speaker's card; until somebody does, such a drop falls through to the window. */
    public void onSounds(BiConsumer<Integer, List<Path>> taker) {
        sounds = Optional.of(taker);
    }

    Optional<BiConsumer<Integer, List<Path>>> sounds() {
        return sounds;
    }

    /** Shows what a script file would bring, to be put behind the chosen lines. */
    public void read(Path script) {
        imports.file(script, actions.gap());
    }

    ScriptImports imports() {
        return imports;
    }

    /** Opens something of the current line's head. */
    void door(BiConsumer<CardHead.Doors, LineCard> which) {
        model.current().ifPresent(id -> {
            flow.reveal(id);
            flow.layout();
            flow.card(id).ifPresent(card -> which.accept(doors, card));
        });
    }

    /** Whether the find bar is open. */
    ReadOnlyBooleanProperty findingProperty() {
        return find.visibleProperty();
    }
}
