package studio.parley.ui.script.card;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A column of cards of which only the visible ones exist. A card keeps its id as long as it is visible or held (because it has the focus),
 * through insertions and moves around it, so that a caret never jumps; others are reused. JavaFX thread only.
 */
public final class VirtualCardList<C extends Region> extends Region {
    /** Creates and updates cards. */
    public interface Cards<C> {
        C make();

        /** Makes a card show a row. */
        void show(C card, String id);

        /** Whether a card can show a row without being styled again. */
        boolean suits(C card, String id);

        /** Updates all cards if anything has changed since the last layout. */
        void update();

        /** Whether it must stay with its row although it is not visible. */
        boolean isHeld(C card);
    }

    private static final double MARGIN = 14;
    private static final double FAR = -100_000;
    private final Cards<C> cards;
    private final ScrollBar bar = new ScrollBar();
    private final Map<String, C> live = new HashMap<>();
    private final Deque<C> spare = new ArrayDeque<>();
    private final RowHeightCache heights = new RowHeightCache();
    private List<String> ids = List.of();
    private int top;
    private double offset = -MARGIN;
    private Optional<String> reveal = Optional.empty();
    /** The row that was revealed last, unless somebody has scrolled since: it stays in view when it grows. */
    private Optional<String> kept = Optional.empty();
    private double keptHeight;
    private boolean inLayout;

    public VirtualCardList(Cards<C> cards) {
        this.cards = cards;
        getStyleClass().add("card-flow");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().add(bar);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        bar.valueProperty().subscribe(v -> {
            if (!inLayout) jump(v.doubleValue());
        });
        addEventHandler(ScrollEvent.SCROLL, e -> {
            scroll(-e.getDeltaY());
            e.consume();
        });
    }

    /** Sets other rows, or another order; the visible part stays in place. */
    public void ids(List<String> next) {
        if (next.equals(ids)) return;
        var there = new HashMap<String, Integer>();
        for (int i = 0; i < next.size(); i++) there.put(next.get(i), i);
        int keep = top;
        while (keep < ids.size() && !there.containsKey(ids.get(keep))) keep++;
        var kept = keep < ids.size() ? there.get(ids.get(keep)) : null;
        top = kept != null ? kept : Math.max(0, Math.min(top, next.size() - 1));
        if (top == 0 && keep == 0) offset = Math.min(offset, 0);
        ids = List.copyOf(next);
        heights.retain(there.keySet());
        for (var id : List.copyOf(live.keySet())) if (!there.containsKey(id)) release(id);
        requestLayout();
    }

    /** The card of a row, if it exists. */
    public Optional<C> card(String id) {
        return Optional.ofNullable(live.get(id));
    }

    public List<Map.Entry<String, C>> cards() {
        return List.copyOf(live.entrySet());
    }

    /** Scrolls as little as needed to show the whole row. */
    public void reveal(String id) {
        reveal = Optional.of(id);
        requestLayout();
    }

    /** Scrolls by pixels, down when positive. */
    public void scroll(double pixels) {
        offset += pixels;
        reveal = Optional.empty();
        kept = Optional.empty();
        requestLayout();
    }

    /** A node drawn over the cards, positioned by its owner. */
    public void overlay(Region node) {
        getChildren().add(node);
    }

    /** The approximate number of visible rows. */
    int page() {
        return Math.max(1, (int) (getHeight() / heights.usual()) - 1);
    }

    /** The row at a height of this node, and whether it is nearer to the row's end: the position of a drop. */
    public int gapAt(double y) {
        for (int i = 0; i < ids.size(); i++) {
            var card = live(ids.get(i));
            if (card != null && card.getLayoutY() > FAR && y < card.getLayoutY() + card.getHeight() / 2) return i;
            if (card != null && card.getLayoutY() > FAR && y < card.getLayoutY() + card.getHeight()) return i + 1;
        }
        return ids.size();
    }

    /** The height of gap {@code at} in this node. */
    public double gapY(int at) {
        var below = at < ids.size() ? live.get(ids.get(at)) : null;
        if (below != null && below.getLayoutY() > FAR) return below.getLayoutY();
        var above = at > 0 ? live.get(ids.get(at - 1)) : null;
        return above == null ? 0 : above.getLayoutY() + above.getHeight();
    }

    private void jump(double value) {
        var place = heights.at(ids, value - MARGIN);
        top = place.row();
        offset = place.into();
        reveal = Optional.empty();
        kept = Optional.empty();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        inLayout = true;
        try {
            cards.update();
            double width = getWidth() - bar.prefWidth(-1) - 2;
            heights.width(width);
            if (reveal.isEmpty()) reveal = kept.filter(id -> hasGrown(id, width));
            var shown = place(width);
            for (int pass = 0; pass < 4 && adjust(shown); pass++) shown = place(width);
            if (reveal.filter(live::containsKey).isPresent()) kept = reveal;
            kept.filter(live::containsKey).ifPresent(id -> keptHeight = live(id).getHeight());
            if (reveal.filter(live::containsKey).isPresent() || reveal.filter(id -> !ids.contains(id)).isPresent()) reveal = Optional.empty();
            hideOthers(new HashSet<>(ids.subList(shown.first(), shown.end())));
            bar();
        } finally {
            inLayout = false;
        }
    }

    /** What is shown below a text arrives later than the text. */
    private boolean hasGrown(String id, double width) {
        return live.containsKey(id) && snapSizeY(live(id).prefHeight(width - MARGIN)) > keptHeight;
    }

    /** The visible rows and where the last one ends. */
    private record Shown(int first, int end, double bottom) {}

    private Shown place(double width) {
        anchor(width);
        double y = -offset;
        int i = top;
        while (i < ids.size() && y < getHeight()) {
            double h = measure(i, width);
            var card = live(ids.get(i));
            card.setVisible(true);
            card.resizeRelocate(MARGIN, y, width - MARGIN, h);
            y += h;
            i++;
        }
        return new Shown(Math.min(top, ids.size()), i, y);
    }

    /** Moves the anchor to the row at the upper edge. */
    private void anchor(double width) {
        while (offset < 0 && top > 0) offset += measure(--top, width);
        while (top < ids.size() - 1 && offset > 0) {
            double h = heights.of(ids.get(top));
            if (offset < h) break;
            offset -= h;
            top++;
        }
        if (top == 0) offset = Math.max(offset, -MARGIN);
    }

    /** Corrects the anchor if rows have other heights than estimated; returns whether anything moved. */
    private boolean adjust(Shown shown) {
        double was = offset;
        int wasTop = top;
        if (shown.end() == ids.size() && shown.bottom() < getHeight() - MARGIN && (top > 0 || offset > -MARGIN)) {
            offset -= getHeight() - MARGIN - shown.bottom();
            if (top == 0) offset = Math.max(offset, -MARGIN);
        }
        reveal.ifPresent(id -> toward(id, shown));
        return offset != was || top != wasTop;
    }

    private void toward(String id, Shown shown) {
        int row = ids.indexOf(id);
        if (row < 0) return;
        if (row >= shown.first() && row < shown.end()) {
            var card = live(id);
            double end = card.getLayoutY() + card.getHeight();
            if (end > getHeight() - MARGIN / 2) offset += Math.min(end - getHeight() + MARGIN / 2, card.getLayoutY() - MARGIN / 2);
            else if (card.getLayoutY() < 0) offset += card.getLayoutY() - MARGIN / 2;
        } else {
            offset = row < shown.first() ? -MARGIN / 2 : -Math.max(0, getHeight() - heights.of(id) - MARGIN / 2);
            top = row;
        }
    }

    private double measure(int row, double width) {
        var id = ids.get(row);
        var card = live.computeIfAbsent(id, this::take);
        double h = snapSizeY(card.prefHeight(width - MARGIN));
        heights.put(id, h);
        return h;
    }

    private C live(String id) {
        return Objects.requireNonNull(live.get(id));
    }

    private C take(String id) {
        var fitting = spare.stream().filter(c -> cards.suits(c, id)).findFirst();
        fitting.ifPresent(spare::remove);
        var card = fitting.orElseGet(() -> spare.isEmpty() ? cards.make() : spare.pop());
        if (card.getParent() == null) getChildren().addFirst(card);
        cards.show(card, id);
        card.applyCss();
        return card;
    }

    private void hideOthers(HashSet<String> seen) {
        for (var id : new ArrayList<>(live.keySet())) {
            if (seen.contains(id)) continue;
            var card = live(id);
            if (cards.isHeld(card)) card.resizeRelocate(MARGIN, 2 * FAR, card.getWidth(), card.getHeight());
            else release(id);
        }
    }

    private void release(String id) {
        var card = live(id);
        live.remove(id);
        card.setVisible(false);
        spare.push(card);
    }

    private void bar() {
        double total = heights.sum(ids.size()) + 2 * MARGIN;
        bar.setVisible(total > getHeight() + 1);
        bar.setMin(0);
        bar.setMax(Math.max(0, total - getHeight()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, getHeight() / Math.max(1, total)));
        bar.setUnitIncrement(heights.usual());
        bar.setBlockIncrement(getHeight());
        bar.setValue(Math.clamp(heights.sum(ids, top) + offset + MARGIN, 0, bar.getMax()));
        double thick = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - thick, 0, thick, getHeight());
        bar.toFront();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> ids.size();
            case ITEM_AT_INDEX -> parameters.length > 0 && parameters[0] instanceof Integer i && i >= 0 && i < ids.size() ? live.get(ids.get(i)) : null;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }
}
