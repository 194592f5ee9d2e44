package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.speech.text.LongText;

/** Splits lines of a script that are too long for a model into several of the same speaker, without a pause between them. */
public final class LongLines {
    private LongLines() {}

    /** A script that was just read, whose lines have no takes; if a line was split, all are renumbered and a notice says so. */
    public static ParsedScript split(ParsedScript read) {
        var before = read.conversation();
        if (before.lines().stream().allMatch(l -> LongText.fits(l.text()))) return read;
        var lines = new ArrayList<Line>();
        var sourceLines = new ArrayList<Integer>();
        for (int l = 0; l < before.lines().size(); l++) {
            var line = before.lines().get(l);
            var pieces = line.isSpoken() ? LongText.pieces(line.text()) : List.of(line.text());
            for (int i = 0; i < pieces.size(); i++) {
                lines.add(piece(line, pieces.get(i), i == 0, "L" + (lines.size() + 1)));
                sourceLines.add(read.sourceLines().get(l));
            }
        }
        var after = new Conversation(before.title(), before.speakers(), lines, before.delivery());
        var notices = new ArrayList<>(read.notices());
        if (lines.size() > before.lines().size()) notices.add(notice(before, lines.size()));
        return new ParsedScript(read.format(), after, notices, sourceLines);
    }

    private static Line piece(Line line, String text, boolean first, String id) {
        var piece = line.withId(id).withText(text);
        return first ? piece : piece.withDirection("").withTiming(new TimingRelation.After(0), 0);
    }

    private static String notice(Conversation read, int lines) {
        int more = lines - read.lines().size();
        long cut = read.lines().stream().filter(l -> !LongText.fits(l.text())).count();
        return (cut == 1 ? "1 line is too long to be rendered at once and was split into " : cut
                + " lines are too long to be rendered at once and were split into ") + (cut + more) + " that follow each other without a pause.";
    }
}
