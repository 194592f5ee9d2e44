package studio.parley.dialogue;

import java.util.List;

/**
 * One spoken version of a line.
 *
 * @param id unique within its line
 * @param clip id of the audio on the clip store
 * @param recipe what made it
 * @param samples its length at {@code rate} samples a second
 * @param checks what the take's own checks found, in words; empty when nothing stood out
 */
public record Take(String id, String clip, TakeRecipe recipe, long samples, int rate, List<String> checks) {
    public Take {
        checks = List.copyOf(checks);
    }

    /** What people call it: the number in its id, which stays when others are deleted; an id of another kind as it is. */
    public String number() {
        return id.matches("T[0-9]+") ? id.substring(1) : id;
    }
}
