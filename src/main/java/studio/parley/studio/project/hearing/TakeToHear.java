package studio.parley.studio.project.hearing;

import java.util.Optional;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;

/**
 * A take of a line.
 *
 * @param text that it was made from
 */
public record TakeToHear(String line, ClipId clip, String text) {
    /** Empty if the name of its clip is damaged. */
    static Optional<TakeToHear> of(Document document, Line line, Take take) {
        return ClipId.isOne(take.clip()) ? Optional.of(new TakeToHear(line.id(), new ClipId(take.clip()), document.spokenText(line, take))) : Optional.empty();
    }
}
