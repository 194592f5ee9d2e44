package studio.parley.studio.project.hearing;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How much of the processor hearing takes from rendering: a small share of its time, saved up before it is spent. Free while nothing is rendered on
 * the processor. Any thread; {@code begins} and {@code spent} on that which hears.
 */
public final class HearingPace {
    /** Frames may become slower by a twentieth; this leaves something for opening the recogniser. */
    static final double SHARE = 0.04;
    /** Nanoseconds that a take probably needs, before any was heard. */
    private static final double FIRST_COST = 1.5e9;
    /** Nanoseconds between two questions, at most: nothing is saved up while nothing waits. */
    private static final long LONGEST_STEP = 500_000_000;

    private final BooleanSupplier isRendering;
    private final LongSupplier clock;
    private double credit;
    private double cost = FIRST_COST;
    private long last;

    /** @param isRendering whether the processor, not a graphics card, renders a line now; any thread */
    public HearingPace(BooleanSupplier isRendering) {
        this(isRendering, System::nanoTime);
    }

    HearingPace(BooleanSupplier isRendering, LongSupplier clock) {
        this.isRendering = isRendering;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** For work that slows nothing down. */
    public static HearingPace free() {
        return new HearingPace(() -> false);
    }

    /** Whether hearing a take may begin now; asked again and again. */
    synchronized boolean begins() {
        long now = clock.getAsLong();
        long passed = now - last;
        last = now;
        if (!isRendering.getAsBoolean()) return true;
        credit = Math.min(credit + SHARE * Math.min(passed, LONGEST_STEP), cost);
        return credit >= cost;
    }

    /** Whether work that began while nothing was rendered is in the way now. */
    boolean isRendering() {
        return isRendering.getAsBoolean();
    }

    /** A take has taken this much of the processor. */
    synchronized void spent(long nanos) {
        cost = Math.max(nanos, cost / 2);
        if (isRendering.getAsBoolean()) credit -= nanos;
        last = clock.getAsLong();
    }
}
