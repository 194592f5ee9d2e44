package studio.parley.studio.project.render;

import java.util.OptionalInt;

/**
 * Whether takes are heard.
 *
 * @param retries how often a line is rendered again, at most, until its words are heard; empty: as in the document
 */
public record Ears(boolean areOn, OptionalInt retries) {
    public static final Ears OFF = new Ears(false, OptionalInt.empty());
    public static final Ears ON = new Ears(true, OptionalInt.empty());
}
