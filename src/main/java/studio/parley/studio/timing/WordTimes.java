package studio.parley.studio.timing;

import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;

/** Knows when the words of a line are spoken in one of its takes, as far as that is known now. */
@FunctionalInterface
public interface WordTimes {
    /** Nothing has been heard. */
    WordTimes NONE = (document, line, take) -> TimedWords.UNKNOWN;

    TimedWords of(Document document, Line line, Take take);
}
