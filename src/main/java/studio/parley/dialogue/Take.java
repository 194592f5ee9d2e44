package studio.parley.dialogue;

import java.util.List;

/**
 * One rendered version of a line.
 *
 * @param id unique within its line
 * @param clip id of the audio in the clip store
 * @param recipe how it was made
 * @param samples its length at {@code rate} samples per second
 * @param checks the results of the take's checks, as text; empty if there were no issues
 */
public record Take(String id, String clip, TakeRecipe recipe, long samples, int rate, List<String> checks) {
    public Take {
        checks = List.copyOf(checks);
    }

    /** The number shown to people: the number in its id, which stays the same when others are deleted; an id of another kind unchanged. */
    public String number() {
        return id.matches("T[0-9]+") ? id.substring(1) : id;
    }
}
