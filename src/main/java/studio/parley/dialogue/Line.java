package studio.parley.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of a conversation, spoken by one speaker.
 *
 * @param id stays the same while the line is edited
 * @param speaker number of the {@link Speaker}
 * @param text the text to speak; never the direction. Inner line breaks are kept, blank inner lines are not
 * @param direction how to speak, as the script says ("whispering"); kept, not spoken; may be empty
 * @param pauseMillis extra silence before the line
 * @param chosen id of the take in use; empty means the newest
 */
public record Line(String id, int speaker, String text, String direction, int pauseMillis, TimingRelation relation, Delivery delivery,
                   List<Take> takes, Optional<String> chosen) {
    /** An hour. */
    public static final int LONGEST_PAUSE = 3_600_000;

    public Line {
        text = AllowedText.text(text).lines().map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n"));
        direction = AllowedText.name(direction);
        takes = List.copyOf(takes);
        if (pauseMillis < 0 || pauseMillis > LONGEST_PAUSE) throw new IllegalArgumentException("pause of " + pauseMillis + " ms");
    }

    public static Line of(String id, int speaker, String text) {
        return new Line(id, speaker, text, "", 0, TimingRelation.NEXT, Delivery.INHERITED, List.of(), Optional.empty());
    }

    /** Whether there is text for the model; a line with only a direction or a pause is silent. */
    public boolean isSpoken() {
        return !text.isEmpty();
    }

    /** The take in use: the chosen one, otherwise the newest. */
    public Optional<Take> sounding() {
        // Called for every line after every key press: a loop.
        if (takes.isEmpty()) return Optional.empty();
        if (chosen.isPresent()) for (var take : takes) if (take.id().equals(chosen.get())) return Optional.of(take);
        return Optional.of(takes.getLast());
    }

    /** This line with one more take, which is then in use. */
    public Line with(Take take) {
        var more = new ArrayList<>(takes);
        more.add(take);
        return withTakes(more, Optional.of(take.id()));
    }

    public Line withId(String id) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withSpeaker(int speaker) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withText(String text) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withDirection(String direction) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withTiming(TimingRelation relation, int pauseMillis) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withDelivery(Delivery delivery) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }

    public Line withTakes(List<Take> takes, Optional<String> chosen) {
        return new Line(id, speaker, text, direction, pauseMillis, relation, delivery, takes, chosen);
    }
}
