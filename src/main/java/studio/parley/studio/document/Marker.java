package studio.parley.studio.document;

/** A named moment of the conversation, {@code millis} after its beginning; a chapter in exports. */
public record Marker(String id, int millis, String label) {
    public Marker {
        if (id.isEmpty()) throw new IllegalArgumentException("a marker without id");
        Limits.millis(millis);
        label = label.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
