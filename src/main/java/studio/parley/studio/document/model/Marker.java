package studio.parley.studio.document.model;

import studio.parley.dialogue.Characters;

/** A named position of the conversation, {@code millis} after its start; a chapter in exports. */
public record Marker(String id, int millis, String label) {
    public Marker {
        if (id.isEmpty()) throw new IllegalArgumentException("a marker without id");
        DocumentLimits.millis(millis);
        label = Characters.name(label);
    }
}
