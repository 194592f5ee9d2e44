package studio.parley.dialogue.script.parse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Two speakers without a name, who alternate where a text only marks a change of speaker. */
public final class UnnamedSpeakers {
    private final Set<String> taken = new HashSet<>();
    private String first = "";
    private String second = "";

    /** A name that occurs in the text. */
    public void taken(String name) {
        taken.add(SpeakerNameRules.fold(name));
    }

    public String first() {
        if (first.isEmpty()) first = free();
        return first;
    }

    public boolean isOne(String name) {
        return name.equals(first) || name.equals(second);
    }

    /** A speaker other than the previous one. */
    public String other(Optional<String> before) {
        if (before.isEmpty() || !before.get().equals(first())) return first();
        if (second.isEmpty()) second = free();
        return second;
    }

    private String free() {
        int number = 1;
        while (!taken.add("speaker " + number)) number++;
        return "Speaker " + number;
    }
}
