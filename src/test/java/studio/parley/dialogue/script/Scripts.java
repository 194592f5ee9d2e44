package studio.parley.dialogue.script;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.script.parse.ScriptFormat;

/** Scripts for tests that need no notices. */
public final class Scripts {
    private Scripts() {}

    public static Conversation read(Path file, Optional<ScriptFormat> format) {
        return Script.parse(file, format).conversation();
    }

    public static Conversation read(String name, String text, Optional<ScriptFormat> format) {
        return Script.parse(name, text, format).conversation();
    }
}
