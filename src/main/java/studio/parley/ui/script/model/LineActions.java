package studio.parley.ui.script.model;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.NextSpeaker;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.ClipSplits;
import studio.parley.ui.kit.Controls;

/** The actions of gestures on lines: each is one edit of the document, and places the cursor. JavaFX thread only. */
public record LineActions(ScriptModel model) {
    private static final String PASTING = "paste";
    private Document document() {
        return model.document();
    }

    private int index(String line) {
        return document().indexOf(line);
    }

    private Optional<Line> at(int index) {
        return index >= 0 && index < document().lines().size() ? Optional.of(document().lines().get(index)) : Optional.empty();
    }

    public void type(String line, String text) {
        model.session().edit(LineEdits.type(line, text));
    }

    /** A new line after this one, of the next speaker; none while this one is still empty. */
    public void next(String line) {
        int here = index(line);
        if (at(here).filter(l -> !l.isSpoken() && l.direction().isEmpty()).isPresent()) return;
        begin(here + 1, NextSpeaker.at(document(), here + 1).orElse(-1));
    }

    /** The first line, or one more at the end. */
    public void begin() {
        int last = document().lines().size() - 1;
        begin(last + 1, NextSpeaker.at(document(), last + 1).orElse(-1));
    }

    private void begin(int at, int speaker) {
        var id = ScriptEdits.freshIds(document(), 1).getFirst();
        model.session().edit(ScriptEdits.begin(at, id, speaker));
        model.edit(id, 0);
    }

    /** The first line with its first text, edited from there. */
    public void begin(String words) {
        begin();
        model.current().ifPresent(line -> {
            type(line, words);
            model.edit(line, words.length());
        });
    }

    /** Joins a line with the previous one; an empty one is deleted. */
    public void mergeBack(String line) {
        int here = index(line);
        at(here - 1).ifPresent(before -> {
            var words = before.text();
            if (words.isEmpty() && at(here).filter(Line::isSpoken).isPresent()) {
                model.session().edit(LineEdits.remove(List.of(before.id())));
                model.edit(line, 0);
            } else {
                boolean empty = !at(here).orElseThrow().isSpoken();
                model.session().edit(empty ? LineEdits.remove(List.of(line)) : joining(before.id()));
                model.edit(before.id(), words.isEmpty() || empty ? words.length() : words.length() + 1);
            }
        });
    }

    /** Joins a line with the next one; the caret stays. */
    public void mergeOn(String line, int caret) {
        if (at(index(line) + 1).isEmpty()) return;
        model.session().edit(joining(line));
        model.edit(line, caret);
    }

    /** Parts of one take become one take again; otherwise only the text is joined. */
    private Edit joining(String line) {
        return ClipSplits.canJoin(document(), line) ? ClipSplits.join(line) : LineEdits.merge(line);
    }

    /** Moves the selected lines past one neighbour; editing continues. */
    public void move(int by) {
        var ids = model.chosen();
        if (ids.isEmpty()) return;
        int first = index(ids.getFirst());
        int last = index(ids.getLast());
        int to = by < 0 ? first - 1 : last + 2;
        if (to < 0 || to > document().lines().size()) return;
        model.session().edit(LineEdits.move(ids, to));
    }

    public void moveTo(List<String> ids, int gap) {
        model.session().edit(LineEdits.move(ids, gap));
    }

    public void delete() {
        var ids = model.chosen();
        if (ids.isEmpty()) return;
        int after = index(ids.getLast()) + 1;
        var next = at(after).or(() -> at(index(ids.getFirst()) - 1)).map(Line::id);
        model.stopEditing();
        model.session().edit(LineEdits.remove(ids));
        next.filter(id -> index(id) >= 0).ifPresent(model::select);
    }

    public void duplicate() {
        var ids = model.chosen();
        if (ids.isEmpty()) return;
        var copies = ScriptEdits.freshIds(document(), ids.size());
        model.session().edit(ScriptEdits.duplicate(ids, copies));
        model.stopEditing();
        model.session().select(copies, Optional.of(copies.getFirst()));
    }

    public void copy() {
        var ids = model.chosen();
        if (ids.isEmpty()) return;
        Controls.copy(ScriptEdits.text(document(), ids));
    }

    public void cut() {
        copy();
        delete();
    }

    /** Inserts lines from the clipboard after the selected ones. */
    public void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) return;
        try {
            var narrator = model.current().flatMap(document()::line).map(Line::speaker);
            var pasting = ScriptPaste.of(document(), text, narrator);
            model.session().services().notices().attempt(PASTING).succeeded();
            var ids = pasting.ids(document());
            if (ids.isEmpty()) return;
            model.session().edit(pasting.insert(gap()));
            model.stopEditing();
            model.session().select(ids, Optional.of(ids.getFirst()));
            if (!pasting.notices().isEmpty()) model.session().services().notices().info(String.join(" ", pasting.notices()));
        } catch (Problem e) {
            model.session().services().notices().attempt(PASTING).failed(e);
        }
    }

    /** Inserts text from the clipboard as lines if it is a script of several; plain prose stays text of the line. */
    public boolean pastedScript(String text) {
        boolean script = text.strip().lines().filter(l -> !l.isBlank()).count() > 1 && !isPlain(text) || text.contains("||");
        if (script) model.session().services().commands().run("script.paste.preview");
        return script;
    }

    /** Text of another kind, such as an HTML page, is plain text, too. */
    private static boolean isPlain(String text) {
        try {
            return Script.format("", text) == ScriptFormat.PLAIN;
        } catch (Problem noScript) {
            return true;
        }
    }

    /** Where lines are inserted: after the selected ones, else at the end. */
    public int gap() {
        var chosen = model.chosen();
        return chosen.isEmpty() ? document().lines().size() : index(chosen.getLast()) + 1;
    }

    /** Sets the speaker of the selected lines, by position in the list of speakers from 1. */
    public void speakerAt(int place) {
        var speakers = document().conversation().speakers();
        if (place <= speakers.size()) speaker(speakers.get(place - 1).number());
    }

    public void speaker(int number) {
        model.session().edit(LineEdits.speaker(model.chosen(), number));
    }

    /** The speaker before or after this line's in the list. */
    public void cycleSpeaker(int by) {
        model.current().flatMap(document()::line).ifPresent(l -> {
            var numbers = document().conversation().speakers().stream().map(Speaker::number).toList();
            speaker(numbers.get(Math.floorMod(numbers.indexOf(l.speaker()) + by, numbers.size())));
        });
    }

    public void newSpeaker(String name) {
        if (!name.isBlank()) model.session().edit(ScriptEdits.newSpeaker(model.chosen(), name));
    }

    /** Plays from a line on; one without a take: from its expected position. */
    public void play(String line) {
        var arrangement = model.session().arrangement();
        var from = document().lines().stream().skip(Math.max(0, index(line))).flatMap(l -> arrangement.part(l.id()).stream()).findFirst();
        from.ifPresent(part -> playAt(arrangement.seconds(part.start())));
    }

    void playAt(double seconds) {
        model.session().player().seek(seconds);
        if (!model.session().player().playingProperty().get()) model.session().player().play();
    }
}
