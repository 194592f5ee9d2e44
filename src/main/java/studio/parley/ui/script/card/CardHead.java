package studio.parley.ui.script.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** The upper row of a card: name, direction, timing, why it is out of date; takes, seconds, state. */
public final class CardHead extends HeadLayout {
    /** The popovers that its buttons open. */
    public interface Popovers {
        void speaker(LineCard card);

        void direction(LineCard card);

        public void timing(LineCard card);

        void takes(LineCard card);
    }

    final Button name = LineCard.small("speaker-name");
    final Button direction = LineCard.small("line-direction");
    public final Button timing = LineCard.small("line-timing");
    final Button takes = LineCard.small("take-chip");
    private final Label reason = Controls.label("", "small", "stale-reason", "bad");
    private final Label work = Controls.label("", "small", "muted");
    private final Label marks = Controls.label("", "small", "muted");
    private final Label seconds = Controls.label("", "small", "muted", "line-seconds", "numbers");
    private final StatusDot dot = new StatusDot();
    private final Tooltip named = new Tooltip();
    private LineRow row;
    private boolean open;

    @SuppressWarnings("NullAway.Init")
    CardHead(LineCard card, Popovers popovers) {
        getStyleClass().add("card-head");
        for (var label : List.of(work, marks, seconds)) label.setMinWidth(Region.USE_PREF_SIZE);
        // What does not fit next to the name goes below it; only what is longer than the card is shortened.
        EllipsisTooltip.on(reason);
        EllipsisTooltip.on(direction);
        EllipsisTooltip.on(name).setTooltip(named);
        name.setOnAction(e -> popovers.speaker(card));
        direction.setOnAction(e -> popovers.direction(card));
        timing.setOnAction(e -> popovers.timing(card));
        takes.setOnAction(e -> popovers.takes(card));
        timing.setTooltip(new Tooltip(Messages.of("script.timing.hint")));
        lay(List.of(name, direction, timing, reason), List.of(marks, work, takes, seconds, dot));
    }

    void show(LineRow next) {
        row = next;
        name.setText(next.speaker());
        named.setText(next.speaker() + "\n" + Messages.of("script.speaker.hint"));
        name.setAccessibleText(Messages.of("script.speaker.of", next.speaker()));
        boolean busy = next.state() == LineRow.State.RENDERING || next.state() == LineRow.State.WAITING;
        boolean dotOnly = next.state() == LineRow.State.UPSTREAM || next.state() == LineRow.State.CHECKING;
        text(reason, busy || dotOnly ? "" : next.reason());
        dot.says(next.dot());
        text(work, busy ? next.reason() : "");
        text(marks, (next.flagged() ? "⚑ " : "") + (next.locked() ? Messages.of("script.locked") : ""));
        takes.setText(next.takes());
        Visibility.show(!next.takes().isEmpty() && !busy, takes);
        seconds.setText(next.seconds().filter(s -> !busy).map(s -> next.expected() ? Messages.of("script.expected", TimeFormat.seconds(s)) : TimeFormat.seconds(s))
                .orElse(next.state() == LineRow.State.SILENT ? "" : "—"));
        dot.show(next.state());
        chips();
    }

    /** Whether the card is on the screen. */
    void seen(boolean now) {
        dot.seen(now);
    }

    /** Only the current card offers what is not set yet. */
    void open(boolean now) {
        open = now;
        for (var button : List.of(name, direction, timing, takes)) button.setFocusTraversable(now);
        if (row != null) chips();
    }

    private void chips() {
        var words = row.line().direction();
        direction.setText(words.isEmpty() ? Messages.of("script.direction.add") : "(" + words + ")");
        direction.setAccessibleText(words.isEmpty() ? Messages.of("script.direction.none") : Messages.of("script.direction.is", words));
        Visibility.show(open || !words.isEmpty(), direction);
        var pause = row.pause();
        timing.setText(Stream.of(row.timing(), pause).filter(t -> !t.isEmpty()).collect(Collectors.joining(" · ")));
        timing.setAccessibleText(Messages.of("script.timing.is", timing.getText()));
        Visibility.show(row.number() > 1 && (open || !row.isTimingUsual()) || !pause.isEmpty() || open, timing);
    }

    private static void text(Label label, String text) {
        label.setText(text);
        Visibility.show(!text.isEmpty(), label);
    }
}
