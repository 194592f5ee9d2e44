package studio.parley.studio.likeness;

import java.util.Locale;

/**
 * A take is not in its speaker's voice.
 *
 * @param speaker name
 * @param likeness to the speaker's voice, 0 to 1
 * @param least what takes of this length in one voice nearly always reach
 * @param other the speaker whose voice it is instead, or empty
 */
public record VoiceFinding(String speaker, double likeness, double least, String other) {
    /** By how much the voice falls short of what is expected. */
    public double shortfall() {
        return least - likeness;
    }

    /** For people: one sentence. */
    public String sentence() {
        var instead = other.isEmpty() ? "" : ", and more like " + other + "'s";
        return String.format(Locale.ROOT, "This does not sound like %s's voice%s (likeness %.2f, expected %.2f or more).", speaker, instead, likeness, least);
    }
}
