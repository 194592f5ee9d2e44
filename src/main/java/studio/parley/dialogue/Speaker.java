package studio.parley.dialogue;

import java.util.List;

/**
 * A speaker. {@code number} is the id passed to the model ({@code [3]}), {@code name} what people read; both are unique in a conversation.
 * {@code delivery} overrides the conversation's and is overridden by a line's.
 */
public record Speaker(int number, String name, List<Reference> references, Delivery delivery) {
    public Speaker {
        name = AllowedText.name(name);
        references = List.copyOf(references);
        if (name.isEmpty() || name.length() > 200) throw new IllegalArgumentException("speaker name " + name);
    }

    public static Speaker named(int number, String name) {
        return new Speaker(number, name, List.of(), Delivery.INHERITED);
    }

    public Speaker with(Reference reference) {
        var more = new java.util.ArrayList<>(references);
        more.add(reference);
        return new Speaker(number, name, more, delivery);
    }
}
