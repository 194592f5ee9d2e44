package studio.parley.studio.document.edit;

import java.util.OptionalInt;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;

/** The most likely next speaker: two people alternate until a third one is chosen. */
public final class NextSpeaker {
    private NextSpeaker() {}

    /**
     * For a line inserted before position {@code at} (as in {@link LineEdits#insert}): the last speaker who differs from that of the
     * previous line; else the next one in the list of speakers; empty only if there are no speakers.
     */
    public static OptionalInt at(Document document, int at) {
        var speakers = document.conversation().speakers().stream().map(Speaker::number).toList();
        if (speakers.isEmpty()) return OptionalInt.empty();
        int before = Math.min(at, document.lines().size()) - 1;
        if (before < 0) return OptionalInt.of(speakers.getFirst());
        int last = document.lines().get(before).speaker();
        for (int i = before - 1; i >= 0; i--) {
            int speaker = document.lines().get(i).speaker();
            if (speaker != last) return OptionalInt.of(speaker);
        }
        return OptionalInt.of(speakers.get((speakers.indexOf(last) + 1) % speakers.size()));
    }
}
