package studio.parley.ui.script.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.parley.dialogue.Line;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.hearing.DocumentWords;
import studio.parley.studio.transcription.WordReport;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.script.card.CardDetails;
import studio.parley.ui.script.card.CardHead;
import studio.parley.ui.script.card.CardKeys;
import studio.parley.ui.script.card.CardMenu;
import studio.parley.ui.script.card.CardMouse;
import studio.parley.ui.script.card.CardPopovers;
import studio.parley.ui.script.card.HighlightedText;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.script.card.LineEditingController;
import studio.parley.ui.script.card.LineRow;
import studio.parley.ui.script.card.Popover;
import studio.parley.ui.script.card.VirtualCardList;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.script.model.WordActions;
import studio.parley.ui.session.ProjectSession;

/** The script: one card per line, of which only the visible ones exist. */
public final class ScriptView extends BorderPane {
    private final ProjectSession session;
    private final ScriptModel model;
    private final LineActions actions;
    private final VirtualCardList<LineCard> flow;
    private final CardPopovers popovers;
    private final ScriptImports imports;
    private final LineEditingController typing;
    private final CardDetails details;
    private final FindBar find;
    private Optional<BiConsumer<Integer, List<Path>>> sounds = Optional.empty();
    private boolean dirty = true;
    /** Words that somebody else has pointed at. */
    private Optional<Pointed> pointed = Optional.empty();

    private record Pointed(String line, HighlightedText.Mark words) {}

    private final EmptyScript empty;
    private final StackPane middle = new StackPane();

    public ScriptView(ProjectSession session) {
        this(session, FileDialogs.system());
    }

    /** With other file dialogs, for tests. */
    ScriptView(ProjectSession session, FileDialogs choosers) {
        this.session = session;
        model = new ScriptModel(session);
        actions = new LineActions(model);
        popovers = new CardPopovers(session, actions, new Popover(middle));
        imports = new ScriptImports(session, model, this, choosers);
        var words = new WordActions(model, actions);
        flow = new VirtualCardList<>(new CardFactory(this, popovers));
        details = new CardDetails(session);
        typing = new LineEditingController(model, actions, words, flow);
        find = new FindBar(session, model, this);
        getStyleClass().addAll("sunken", "script-view");
        setId("script");
        empty = new EmptyScript(session, actions);
        middle.getChildren().setAll(flow, empty);
        setCenter(middle);
        setBottom(new AffectedSummary(session));
        new CardMouse(model, actions, words, flow).listen();
        new CardMenu(model, words).listen(flow);
        new CardKeys(model, actions, flow).listen();
        new ScriptDrop(session, this).listen();
        new ScriptCommands(this, session, model, actions, choosers).register();
        new ScrollFollower(model, this).listen();
        listen();
    }

    private void listen() {
        session.documentProperty().subscribe(this::read);
        session.stalenessProperty().subscribe(s -> refresh());
        session.selectionProperty().subscribe(s -> selected());
        session.darkProperty().subscribe(this::refresh);
        session.speech().statuses().addListener((MapChangeListener<String, RenderStatus>) c -> refresh());
        session.documentProperty().subscribe(this::forget);
        session.selectionProperty().subscribe(this::forget);
        model.caretProperty().subscribe(this::forget);
        model.caretProperty().subscribe(this::refresh);
        session.hearing().heardProperty().subscribe(() -> {
            details.refresh();
            refresh();
        });
        session.hearing().findings().versionProperty().subscribe(details::refresh);
        session.waveforms().versionProperty().subscribe(details::refresh);
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

    /** The focus follows the current line, unless it is in a button of its card or a line is edited. */
    private void keepFocus() {
        boolean there = model.current().flatMap(flow::card).filter(Commands::hasFocus).isPresent();
        if (!there && model.caretProperty().get().isEmpty()) focusCurrent();
    }

    /** Cards are updated at the next layout, however much changes until then. */
    void refresh() {
        dirty = true;
        flow.requestLayout();
    }

    /** Updates the cards; a card whose row is unchanged is not touched. */
    void update() {
        if (!dirty) return;
        dirty = false;
        var current = model.current();
        var heard = session.words().knownIn(session.document());
        for (var entry : flow.cards()) show(entry.getValue(), entry.getKey(), current, heard);
    }

    void show(LineCard card, String id) {
        show(card, id, model.current(), session.words().knownIn(session.document()));
    }

    private void show(LineCard card, String id, Optional<String> now, DocumentWords heard) {
        int index = session.document().indexOf(id);
        if (index < 0) return;
        var status = Optional.ofNullable(session.speech().statuses().get(id));
        card.show(LineRow.of(session.document(), index, session.staleness(id), status), session.services().theme().isDark());
        boolean current = now.equals(Optional.of(id));
        card.mark(current, model.isSelected(id), details.isHeard(id));
        card.setFocusTraversable(current || now.isEmpty() && index == 0);
        if (current) details.show(card);
        card.details(current ? Optional.of(details) : Optional.empty());
        card.findings(heard.of(session.document().lines().get(index)).map(WordReport::findings).orElse(List.of()));
        card.words.marks(Stream.concat(find.marks(id).stream(), pointed.filter(p -> p.line().equals(id)).map(Pointed::words).stream()).toList());
    }

    /** Selects words of the current line: in its editor, or if nothing is edited, by highlighting them until something else is done. */
    public void point(String line, int from, int to) {
        var text = session.document().line(line).map(Line::text).orElse("");
        var words = new HighlightedText.Mark(from, to, true).visible(text.length());
        if (model.caretProperty().get().filter(c -> c.line().equals(line)).isPresent()) typing.editor().selectRange(words.from(), words.to());
        else pointed = Optional.of(new Pointed(line, words));
        refresh();
    }

    private void forget() {
        if (pointed.isEmpty()) return;
        pointed = Optional.empty();
        refresh();
    }

    /** Selects the first line when focus arrives by keyboard. */
    void focused(LineCard card) {
        if (model.current().isEmpty() && session.document().line(card.line()).isPresent()) model.select(card.line());
    }

    /** The colour of a line's card. */
    Optional<String> colour(String id) {
        return session.document().line(id).map(l -> session.document().track(l.speaker()).colour());
    }

    /** Focuses the current line's card and scrolls it into view. */
    void focusCurrent() {
        model.current().ifPresent(id -> {
            flow.reveal(id);
            flow.layout();
            flow.card(id).ifPresent(LineCard::requestFocus);
        });
    }

    /** Moves the focus to where text is entered: the field of an empty script, else the current line or the first. */
    public void takeFocus() {
        if (session.document().lines().isEmpty()) empty.takeFocus();
        else if (model.current().isPresent()) focusCurrent();
        else model.idsProperty().get().stream().findFirst().ifPresent(id -> {
            model.select(id);
            focusCurrent();
        });
    }

    VirtualCardList<LineCard> flow() {
        return flow;
    }

    CardDetails details() {
        return details;
    }

    FindBar find() {
        return find;
    }

    LineEditingController typing() {
        return typing;
    }

    /** The handler of audio files dropped on a speaker's card; without one, such a drop is passed to the window. */
    public void onSounds(BiConsumer<Integer, List<Path>> taker) {
        sounds = Optional.of(taker);
    }

    Optional<BiConsumer<Integer, List<Path>>> sounds() {
        return sounds;
    }

    /** Shows the preview of a script file, to be inserted after the selected lines. */
    public void read(Path script) {
        imports.file(script, actions.gap());
    }

    ScriptImports imports() {
        return imports;
    }

    /** Opens a popover of the current line's head. */
    void open(BiConsumer<CardHead.Popovers, LineCard> which) {
        model.current().ifPresent(id -> {
            flow.reveal(id);
            flow.layout();
            flow.card(id).ifPresent(card -> which.accept(popovers, card));
        });
    }

    /** Whether the find bar is open. */
    ReadOnlyBooleanProperty findingProperty() {
        return find.visibleProperty();
    }
}
