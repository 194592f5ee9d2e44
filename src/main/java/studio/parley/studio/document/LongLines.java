package studio.parley.studio.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Relation;
import studio.parley.speech.LongText;

/** Lines of a script that are too long for a model to speak become several of the same speaker, one right after the other. */
public final class LongLines {
    private LongLines() {}

    /** A conversation just read, its lines without takes; when a line was cut, all are numbered anew. */
    public static Conversation split(Conversation read) {
        if (read.lines().stream().allMatch(l -> LongText.fits(l.text()))) return read;
        var lines = new ArrayList<Line>();
        for (var line : read.lines()) {
            var pieces = line.isSpoken() ? LongText.pieces(line.text()) : List.of(line.text());
            for (int i = 0; i < pieces.size(); i++) lines.add(piece(line, pieces.get(i), i == 0, "L" + (lines.size() + 1)));
        }
        return new Conversation(read.title(), read.speakers(), lines, read.delivery());
    }

    private static Line piece(Line line, String text, boolean first, String id) {
        return new Line(id, line.speaker(), text, first ? line.direction() : "", first ? line.pauseMillis() : 0,
                first ? line.relation() : new Relation.After(0), line.delivery(), line.takes(), line.chosen());
    }

    /** What a person should know about it; empty when nothing was cut. */
    public static Optional<String> notice(Conversation read, Conversation split) {
        int more = split.lines().size() - read.lines().size();
        if (more == 0) return Optional.empty();
        long cut = read.lines().stream().filter(l -> !LongText.fits(l.text())).count();
        return Optional.of((cut == 1 ? "1 line is too long to be spoken in one go and becomes " : cut
                + " lines are too long to be spoken in one go and become ") + (cut + more) + " that follow each other without a pause.");
    }
}
