package studio.parley.dialogue.script.parse;

import java.util.List;
import studio.parley.dialogue.Conversation;

/**
 * The result of reading a script.
 *
 * @param notices for people: what was skipped, with line numbers and counts, and what was guessed
 * @param sourceLines where in the text, from 1, each line of the conversation begins
 */
public record ParsedScript(ScriptFormat format, Conversation conversation, List<String> notices, List<Integer> sourceLines) {
    public ParsedScript {
        notices = List.copyOf(notices);
        sourceLines = List.copyOf(sourceLines);
    }
}
