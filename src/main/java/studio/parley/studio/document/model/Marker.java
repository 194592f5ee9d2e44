package studio.parley.studio.document.model;

import studio.parley.dialogue.AllowedText;

/** A named position of the conversation, {@code millis} after its start; a chapter in exports. */
public record Marker(String id, int millis, String label) {
    public Marker {
        if (id.isEmpty()) throw new IllegalArgumentException("a marker without id");
        DocumentLimits.millis(millis);
        label = AllowedText.name(label);
    }
}
