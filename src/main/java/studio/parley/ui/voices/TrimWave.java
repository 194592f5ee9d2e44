package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.parley.audio.pcm.Peaks;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.timing.TimedWords;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.ui.kit.InlineField;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.WaveformBars;

/**
 * A clip's picture with a handle at each end of what is used of it. Dragging shows the cut at once and commits it when released;
 * Escape takes a drag back. With the keys a handle moves by 50 ms, with Shift by 0.5 s, Home and Delete put it back. Words that were heard are not
 * cut, unless Alt is held.
 */
final class TrimWave extends Pane {
    private static final int LEAST_MILLIS = 200;
    private static final double REACH = 7;
    private final WaveformBars wave = new WaveformBars(true);
    private final Region first = handle("voices.trim.start");
    private final Region last = handle("voices.trim.end");
    private final BiConsumer<Integer, Integer> commit;
    private final Runnable taken;
    private final IntConsumer moved;
    private Optional<TakeTranscript> heard = Optional.empty();
    private TimedWords words = TimedWords.UNKNOWN;
    private int millis;
    private int start;
    private int end;
    private int before;
    private Optional<Boolean> dragged = Optional.empty();

    /**
     * @param commit given the new trims of beginning and end in milliseconds
     * @param taken called when a handle is taken hold of, or gets the focus
     * @param moved given the milliseconds between the handles whenever one is moved
     */
    TrimWave(BiConsumer<Integer, Integer> commit, Runnable taken, IntConsumer moved) {
        this.moved = moved;
        this.commit = commit;
        this.taken = taken;
        getStyleClass().add("trim-wave");
        wave.setMouseTransparent(true);
        getChildren().addAll(wave, first, last);
        wire();
    }

    void show(Optional<Peaks> peaks, int clipMillis, ReferenceMetadata note, Color colour) {
        millis = clipMillis;
        if (dragged.isEmpty()) place(note.trimStartMillis(), note.trimEndMillis());
        wave.show(peaks);
        wave.colour(colour);
        first.setVisible(peaks.isPresent());
        last.setVisible(peaks.isPresent());
    }

    /** What was heard in the clip. */
    void words(Optional<TakeTranscript> transcript) {
        if (transcript.equals(heard)) return;
        heard = transcript;
        words = transcript.map(TimedWords::of).orElse(TimedWords.UNKNOWN);
    }

    private Region handle(String name) {
        var handle = new Region();
        handle.getStyleClass().add("trim-handle");
        handle.setFocusTraversable(true);
        handle.setAccessibleRole(AccessibleRole.SLIDER);
        handle.setAccessibleText(Messages.of(name));
        handle.setCursor(Cursor.H_RESIZE);
        return handle;
    }

    /** The pane follows the mouse, not the handle: a press close to a handle counts as one on it. */
    private void wire() {
        for (var handle : List.of(first, last)) handle.focusedProperty().subscribe(has -> {
            if (has) taken.run();
        });
        setOnMousePressed(e -> {
            double x = e.getX();
            boolean isStart = Math.abs(x - at(start)) <= Math.abs(x - at(millis - end));
            if (Math.abs(x - at(isStart ? start : millis - end)) > REACH || !first.isVisible()) return;
            (isStart ? first : last).requestFocus();
            dragged = Optional.of(isStart);
            before = isStart ? start : end;
            e.consume();
        });
        setOnMouseDragged(e -> dragged.ifPresent(isStart -> {
            double x = Math.clamp(e.getX() / Math.max(1, getWidth()), 0, 1);
            double at = x * millis / 1000;
            moveTo(isStart, e.isAltDown() ? at : words.outside(at));
            e.consume();
        }));
        setOnMouseReleased(e -> dragged.ifPresent(isStart -> {
            dragged = Optional.empty();
            if (before != (isStart ? start : end)) commit.accept(start, end);
            e.consume();
        }));
        first.setOnKeyPressed(e -> key(e, true));
        last.setOnKeyPressed(e -> key(e, false));
    }

    private double at(int milli) {
        return milli / (double) Math.max(1, millis) * getWidth();
    }

    private void key(KeyEvent event, boolean isStart) {
        int now = isStart ? start : end;
        if (event.getCode() == KeyCode.ESCAPE && dragged.isPresent()) {
            move(isStart, before);
            dragged = Optional.empty();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            step(isStart, event.getCode() == KeyCode.RIGHT ? 1 : -1, event);
            commit.accept(start, end);
        } else if (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.DELETE) {
            move(isStart, 0);
            commit.accept(start, end);
        } else {
            return;
        }
        event.consume();
    }

    /** Over a whole word, if it would be cut. */
    private void step(boolean isStart, int side, KeyEvent event) {
        double at = (isStart ? start : millis - end) / 1000.0 + side * (event.isShiftDown() ? 0.5 : 0.05);
        moveTo(isStart, event.isAltDown() ? at : words.beyond(at, side));
    }

    private void moveTo(boolean isStart, double seconds) {
        int at = (int) Math.round(seconds * 1000);
        move(isStart, isStart ? at : millis - at);
    }

    private void move(boolean isStart, int trim) {
        int most = Math.max(0, millis - LEAST_MILLIS - (isStart ? end : start));
        int fitting = Math.clamp(trim, 0, most);
        place(isStart ? fitting : start, isStart ? end : fitting);
        moved.accept(millis - start - end);
    }

    private void place(int startMillis, int endMillis) {
        start = startMillis;
        end = endMillis;
        double whole = Math.max(1, millis);
        wave.used(start / whole, 1 - end / whole);
        first.setAccessibleHelp(Messages.of("voices.trim.value", String.valueOf(start)));
        last.setAccessibleHelp(Messages.of("voices.trim.value", String.valueOf(end)));
        first.pseudoClassStateChanged(InlineField.SET, start > 0);
        last.pseudoClassStateChanged(InlineField.SET, end > 0);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return wave.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        wave.resizeRelocate(0, 0, getWidth(), getHeight());
        double wide = first.prefWidth(-1);
        first.resizeRelocate(at(start) - wide / 2, 0, wide, getHeight());
        last.resizeRelocate(at(millis - end) - wide / 2, 0, wide, getHeight());
    }
}
