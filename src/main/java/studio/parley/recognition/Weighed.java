package studio.parley.recognition;

/**
 * How likely a departure from a text is. Natural logarithms of how much more likely the recogniser thinks it than the text itself.
 *
 * @param heard with the sound
 * @param expected without any sound: what the recogniser knows of language, and adds to whatever it hears
 */
public record Weighed(Departure departure, double heard, double expected) {}
