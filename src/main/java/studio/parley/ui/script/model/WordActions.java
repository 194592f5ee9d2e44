package studio.parley.ui.script.model;

import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.studio.timing.ClipSplits;
import studio.parley.studio.timing.ClipTime;
import studio.parley.studio.timing.SentenceSplit;
import studio.parley.studio.timing.WordBreaks;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The actions of gestures on the words of a line, which know when its take speaks them. Places count characters of its text. JavaFX thread only. */
public record WordActions(ScriptModel model, LineActions lines) {
    /** Long enough to be noticed; it can be changed at once. */
    private static final int PAUSE = 500;

    private ProjectSession session() {
        return model.session();
    }

    /** Plays from the word at a place on; about from there if its time is not known. */
    public void play(String line, int place) {
        var part = session().arrangement().part(line);
        if (part.isEmpty()) lines.play(line);
        else model.document().line(line).ifPresent(l -> session().spokenWords().whenRead(List.of(l), () -> play(l, place, part.get())));
    }

    private void play(Line line, int place, Part part) {
        var arrangement = session().arrangement();
        var onset = session().spokenWords().of(model.document(), line, part.take()).onset(place);
        double guess = part.start() + WordBreaks.share(line.text(), Math.clamp(place, 0, line.text().length())) * part.frames();
        lines.playAt(onset.isPresent() ? new ClipTime(part, arrangement.rate()).onTimeline(onset.getAsDouble()) : guess / arrangement.rate());
    }

    /** Splits a line, and its take if the words are known; editing goes on in the second part. */
    public void split(String line, int place) {
        var id = freshIds(1).getFirst();
        session().edit(ClipSplits.splitText(line, behindWord(line, place), id, session().spokenWords()));
        model.edit(id, 0);
    }

    /** The same with a pause between the parts; returns the second one. Empty at the ends of the text. */
    public Optional<String> pause(String line, int place) {
        var text = model.document().line(line).map(Line::text).orElse("");
        if (text.substring(0, place).isBlank() || text.substring(place).isBlank()) {
            session().services().notices().info(Messages.of("script.pause.nowhere"));
            return Optional.empty();
        }
        var id = freshIds(1).getFirst();
        session().edit(ClipSplits.pause(line, behindWord(line, place), id, PAUSE, session().spokenWords()));
        model.edit(id, 0);
        return Optional.of(id);
    }

    private int behindWord(String line, int place) {
        return model.document().line(line).map(l -> WordBreaks.afterPunctuation(l.text(), place)).orElse(place);
    }

    /** Renders only the sentence at a place; the others keep their sound, in lines of their own. */
    public void retakeSentence(String line, int place) {
        var split = SentenceSplit.of(model.document(), line, place, freshIds(2), session().spokenWords());
        if (split.isEmpty()) {
            session().services().notices().info(Messages.of("script.sentence.unknown", session().services().commands().shortcut("takes.retake")));
            return;
        }
        session().edit(split.get().edit());
        model.select(split.get().sentence());
        session().speech().render(List.of(split.get().sentence()), 1);
    }

    private List<String> freshIds(int count) {
        return ScriptEdits.freshIds(model.document(), count);
    }
}
