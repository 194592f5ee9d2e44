package studio.parley.dialogue.script;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Two voices without a name, who take turns where a text only says that somebody else speaks. */
final class UnnamedSpeakers {
    private final Set<String> taken = new HashSet<>();
    private String first = "";
    private String second = "";

    /** A name that the text gives to somebody. */
    void taken(String name) {
        taken.add(SpeakerNameRules.fold(name));
    }

    String first() {
        if (first.isEmpty()) first = free();
        return first;
    }

    boolean isOne(String name) {
        return name.equals(first) || name.equals(second);
    }

    /** Somebody else than who spoke before. */
    String other(Optional<String> before) {
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
