package studio.parley.studio.document.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;

/**
 * Undo by snapshots: the document is an immutable value that shares all unchanged parts, so an edit needs no inverse. Belongs to one
 * thread.
 */
public final class History {
    /** Beyond this number the oldest steps are dropped. */
    public static final int DEPTH = 1000;
    /** Within this time edits with the same key are one step. */
    public static final long JOIN_MILLIS = 1000;

    /** A named step, and the state it leads back (or forward) to. */
    public record Step(String label, Document document, Selection selection) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private Document now;
    private volatile Document saved;
    private Selection selection = Selection.NONE;
    private Optional<String> joinable = Optional.empty();
    private long lastAt;

    public History(Document opened) {
        now = saved = opened;
    }

    /** A restored history: steps nearest first. */
    public History(Document now, Selection selection, List<Step> past, List<Step> future) {
        this(now);
        this.selection = selection;
        this.past.addAll(past);
        this.future.addAll(future);
    }

    public Document now() {
        return now;
    }

    public Selection selection() {
        return selection;
    }

    /** Selecting is not an edit; it ends joining. */
    public void select(Selection other) {
        if (!other.equals(selection)) joinable = Optional.empty();
        selection = other;
    }

    public boolean isDirty() {
        return now != saved && !now.equals(saved);
    }

    /** Any thread may report which state is on disk. */
    public void markSaved(Document state) {
        saved = state;
    }

    /** The effect of an edit. */
    public enum Outcome { NOTHING, STEP, JOINED }

    /** Applies an edit at a time in milliseconds; one that changes nothing is not a step. */
    public Outcome apply(Edit edit, long atMillis) {
        var next = edit.change().apply(now);
        if (next.equals(now)) return Outcome.NOTHING;
        boolean joins = edit.joins().isPresent() && edit.joins().equals(joinable) && future.isEmpty() && !past.isEmpty()
                && atMillis - lastAt <= JOIN_MILLIS;
        advance(StepLabel.of(edit.label(), joins ? past.element().document() : now, next), next, joins);
        joinable = edit.joins();
        lastAt = atMillis;
        return joins ? Outcome.JOINED : Outcome.STEP;
    }

    /** Pushes a state, as its own step or as part of the last one. */
    public void advance(String label, Document next, boolean joined) {
        var begin = joined && !past.isEmpty() ? past.pop() : new Step(label, now, selection);
        past.push(new Step(label, begin.document(), begin.selection()));
        if (past.size() > DEPTH) past.removeLast();
        future.clear();
        joinable = Optional.empty();
        now = next;
    }

    /**
     * Changes the current and every remembered state: for changes that are not a step of the user and must survive undo, such as a new
     * take.
     */
    public void rebase(UnaryOperator<Document> change) {
        now = change.apply(now);
        replace(past, change);
        replace(future, change);
    }

    public boolean undo() {
        return move(past, future);
    }

    public boolean redo() {
        return move(future, past);
    }

    /** The steps that can be undone, newest first. */
    public List<Step> past() {
        return List.copyOf(past);
    }

    /** The steps that can be redone, next first. */
    public List<Step> future() {
        return List.copyOf(future);
    }

    public Optional<String> undoLabel() {
        return Optional.ofNullable(past.peek()).map(Step::label);
    }

    public Optional<String> redoLabel() {
        return Optional.ofNullable(future.peek()).map(Step::label);
    }

    private boolean move(Deque<Step> from, Deque<Step> to) {
        var step = from.poll();
        if (step == null) return false;
        to.push(new Step(step.label(), now, selection));
        now = step.document();
        selection = step.selection();
        joinable = Optional.empty();
        return true;
    }

    private static void replace(Deque<Step> steps, UnaryOperator<Document> change) {
        var copy = new ArrayList<>(steps);
        steps.clear();
        for (var s : copy) steps.addLast(new Step(s.label(), change.apply(s.document()), s.selection()));
    }
}
