package studio.parley.studio.project.render;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.speech.DurationEstimate;

/**
 * A line in the queue: what was asked for, and all there is to know of how far it is. Belongs to the thread that owns the project; the worker
 * that speaks a batch of its takes reports here, and asks here whether it is to go on.
 */
final class RenderJob implements RenderListener {
    private static final RenderStatus WAITING = new RenderStatus.Waiting(0);
    /** A line is never thought to be done before it is. */
    private static final double NEARLY = 0.97;

    private final BooleanSupplier sounding;
    private final Runnable changed;
    private LineRequest request;
    private int made;
    /** Seconds the words take, about. */
    private double expected;
    /** Takes of the batch at hand. */
    private int batch;
    private volatile StreamingAudio sound = new StreamingAudio(1);
    private volatile RenderStatus status = WAITING;
    private volatile boolean cancelled;

    /**
     * @param sounding whether sound is decoded while frames are made; asked on the worker
     * @param changed called when it is further on, on any thread
     */
    RenderJob(LineRequest request, Line line, BooleanSupplier sounding, Runnable changed) {
        this.request = request;
        this.expected = DurationEstimate.seconds(line.text());
        this.sounding = sounding;
        this.changed = changed;
    }

    String line() {
        return request.line();
    }

    LineRequest request() {
        return request;
    }

    int made() {
        return made;
    }

    /** Takes that are still to be made. */
    int open() {
        return request.takes() - made;
    }

    double expected() {
        return expected;
    }

    /** The sound so far of the batch at hand. Any thread. */
    StreamingAudio sound() {
        return sound;
    }

    boolean isRunning() {
        return status instanceof RenderStatus.Preparing || status instanceof RenderStatus.Speaking;
    }

    boolean isWaiting() {
        return status instanceof RenderStatus.Waiting;
    }

    boolean hasFailed() {
        return status.hasFailed();
    }

    /** So many takes are wanted from now on, if that is more than were. */
    void ask(int takes) {
        request = new LineRequest(request.line(), Math.max(request.takes(), made + takes), request.had());
    }

    /** Takes of the line that other requests have brought. */
    void others(Collection<String> takes) {
        request = request.with(takes);
    }

    /** The worker gets so many takes of the line, as it is now, to make. */
    void begin(Line now, int takes, int rate) {
        expected = DurationEstimate.seconds(now.text());
        batch = takes;
        sound = new StreamingAudio(rate);
        status = new RenderStatus.Preparing();
    }

    /** The batch at hand has ended with so many takes. */
    void rest(int takes) {
        made += takes;
        batch = 0;
        status = WAITING;
    }

    void fail(Problem problem) {
        batch = 0;
        status = new RenderStatus.Failed(problem);
    }

    /** Ends the batch at hand within a frame. */
    void cancel() {
        cancelled = true;
    }

    /** Any thread. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Seconds of work that are left. */
    double work(RenderSpeed speed) {
        int open = Math.max(1, open());
        return speed.seconds(expected, open) * (1 - Math.clamp(batch * spoken() / open, 0, 1));
    }

    /** As it is now, for others. */
    QueuedLine view(int ahead, OptionalDouble secondsLeft) {
        var now = status;
        return new QueuedLine(line(), now instanceof RenderStatus.Waiting ? new RenderStatus.Waiting(ahead) : now, request.takes(), made,
                Math.clamp((made + batch * spoken()) / request.takes(), 0, 1), secondsLeft);
    }

    /** How much of the batch is made, by the expected length; 0 to 1. */
    private double spoken() {
        if (!(status instanceof RenderStatus.Speaking s)) return 0;
        return Math.min(NEARLY, s.frames() / Math.min(s.limit(), Math.max(1, expected / s.frameSeconds())));
    }

    @Override
    public void status(RenderStatus now) {
        status = now;
        changed.run();
    }

    @Override
    public void sound(float[] samples) {
        sound.add(samples);
    }

    @Override
    public void restart() {
        sound.restart();
    }

    @Override
    public boolean wantsSound() {
        return sounding.getAsBoolean();
    }
}
