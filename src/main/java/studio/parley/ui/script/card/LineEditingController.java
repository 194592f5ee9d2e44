package studio.parley.ui.script.card;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Line;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.script.model.WordActions;

/** The single editor: which card it is in, and that it always shows what the document contains. */
public final class LineEditingController implements LineEditor.Actions {
    private final ScriptModel model;
    private final LineActions actions;
    private final WordActions words;
    private final VirtualCardList<LineCard> flow;
    private final LineEditor editor = new LineEditor(this);
    private Optional<LineCard> host = Optional.empty();
    private boolean moving;

    public LineEditingController(ScriptModel model, LineActions actions, WordActions words, VirtualCardList<LineCard> flow) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        this.flow = flow;
        editor.setId("line-editor");
        model.caretProperty().subscribe(this::place);
        editor.focusedProperty().subscribe(has -> {
            // A dialog takes the focus only temporarily: the caret stays.
            var scene = editor.getScene();
            boolean left = !has && !moving && scene != null && scene.getFocusOwner() != editor && !ModalLayer.isOpen(scene);
            if (left) model.stopEditing();
        });
    }

    public LineEditor editor() {
        return editor;
    }

    private void place(Optional<ScriptModel.Caret> caret) {
        moving = true;
        try {
            caret.ifPresentOrElse(this::enter, this::quit);
        } finally {
            moving = false;
        }
    }

    private void enter(ScriptModel.Caret caret) {
        // The selection may have come before the lines that it is about.
        flow.ids(model.document().lines().stream().map(Line::id).toList());
        flow.reveal(caret.line());
        flow.layout();
        var card = flow.card(caret.line());
        var line = model.document().line(caret.line());
        if (card.isEmpty() || line.isEmpty()) return;
        host.filter(h -> h != card.get()).ifPresent(h -> h.edit(Optional.empty()));
        host = card;
        model.session().spokenWords().whenRead(List.of(line.get()), () -> { });
        card.get().edit(Optional.of(editor));
        editor.setAccessibleHelp(card.get().row().map(LineRow::spoken).orElse(""));
        editor.show(line.get().text(), caret.at());
        // Without its first styling a field accepts no letters, and typing does not wait for a pulse.
        editor.applyCss();
        editor.requestFocus();
        flow.layout();
    }

    private void quit() {
        boolean had = editor.isFocused();
        var card = host;
        host = Optional.empty();
        card.ifPresent(c -> c.edit(Optional.empty()));
        if (had) card.filter(c -> model.document().line(c.line()).isPresent()).ifPresent(LineCard::requestFocus);
    }

    /** The document has changed: if not by typing here, the editor shows the current text, with the caret where they differ. */
    public void follow() {
        var caret = model.caretProperty().get();
        if (caret.isEmpty()) return;
        var line = model.document().line(caret.get().line());
        if (line.isEmpty() || line.get().text().equals(asKept(editor.getText()))) return;
        editor.show(line.get().text(), changedUpTo(editor.getText(), line.get().text()));
    }

    /** Another line was selected, by undo or elsewhere: editing continues there. */
    public void selected() {
        boolean lost = model.hasLostItsLine();
        boolean elsewhere = model.caretProperty().get().filter(c -> !model.current().equals(Optional.of(c.line()))).isPresent();
        if (!lost && !elsewhere) return;
        if (lost || editor.isFocused()) model.current().flatMap(model.document()::line).ifPresent(l -> model.edit(l.id(), l.text().length()));
        else model.stopEditing();
    }

    /** The part of typed text that the document keeps. */
    private static String asKept(String typed) {
        return Line.of("x", 0, typed).text();
    }

    private static int changedUpTo(String was, String is) {
        int same = 0;
        while (same < was.length() && same < is.length() && was.charAt(was.length() - 1 - same) == is.charAt(is.length() - 1 - same)) same++;
        return AllowedText.boundary(is, is.length() - same);
    }

    private Optional<String> line() {
        return model.caretProperty().get().map(ScriptModel.Caret::line);
    }

    @Override
    public void typed(String text) {
        line().ifPresent(id -> actions.type(id, text));
    }

    @Override
    public void next() {
        line().ifPresent(actions::next);
    }

    public void split() {
        line().ifPresent(id -> words.split(id, place(editor.getCaretPosition())));
    }

    /** Splits the line at the caret with a pause; returns the second part. */
    public Optional<String> pause() {
        return line().flatMap(id -> words.pause(id, place(editor.getCaretPosition())));
    }

    /** Renders the sentence at the caret. */
    public void retakeSentence() {
        line().ifPresent(id -> words.retakeSentence(id, place(editor.getCaretPosition())));
    }

    /** A place of the typed text in the text that the document keeps. */
    private int place(int typed) {
        return asKept(editor.getText(0, typed)).length();
    }

    /** Plays from the word at the caret. */
    public void playWord() {
        play(editor.getCaretPosition());
    }

    @Override
    public void play(int place) {
        line().ifPresent(id -> words.play(id, place(place)));
    }

    @Override
    public void mergeBack() {
        line().ifPresent(actions::mergeBack);
    }

    @Override
    public void mergeOn() {
        line().ifPresent(id -> actions.mergeOn(id, asKept(editor.getText()).length()));
    }

    @Override
    public void leave() {
        model.stopEditing();
    }

    @Override
    public void step(int by, boolean toEnd) {
        line().ifPresent(id -> {
            int to = model.idsProperty().get().indexOf(id) + by;
            if (to < 0 || to >= model.idsProperty().get().size()) return;
            var there = model.document().lines().get(to);
            model.edit(there.id(), toEnd ? there.text().length() : 0);
        });
    }

    @Override
    public void speaker(int by) {
        actions.cycleSpeaker(by);
    }

    @Override
    public boolean pasted(String text) {
        return actions.pastedScript(text);
    }
}
