package studio.parley.studio.project.render;

import java.util.Collection;
import java.util.OptionalDouble;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.speech.text.DurationEstimate;

/**
 * A line in the queue: the request and its progress. Belongs to the thread that owns the project; the worker that renders a batch of its
 * takes reports here, and checks here whether it should continue.
 */
final class RenderJob implements RenderListener {
    private static final RenderStatus WAITING = new RenderStatus.Waiting(0);
    /** A line never counts as done before it is. */
    private static final double NEARLY = 0.97;

    private final boolean sounding;
    private final Runnable changed;
    private final Runnable progressed;
    private LineRequest request;
    private int made;
    /** Estimated seconds of speech. */
    private double expected;
    /** Takes of the current batch. */
    private int batch;
    private volatile StreamingAudio sound = new StreamingAudio(1);
    private volatile RenderStatus status = WAITING;
    private volatile boolean cancelled;

    /**
     * @param sounding whether audio is decoded while frames are generated
     * @param changed called when its state has changed, and {@code progressed} for each further frame; on any thread
     */
    RenderJob(LineRequest request, Line line, boolean sounding, Runnable changed, Runnable progressed) {
        this.request = request;
        this.expected = DurationEstimate.seconds(line.text());
        this.sounding = sounding;
        this.changed = changed;
        this.progressed = progressed;
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

    /** Takes that are still to be rendered. */
    int open() {
        return request.takes() - made;
    }

    double expected() {
        return expected;
    }

    /** The audio so far of the current batch. Any thread. */
    StreamingAudio sound() {
        return sound;
    }

    RenderStatus status() {
        return status;
    }

    /** Raises the requested number of takes. */
    void ask(int takes) {
        request = new LineRequest(request.line(), Math.max(request.takes(), made + takes), request.had());
    }

    /** Takes of the line from other requests. */
    void others(Collection<String> takes) {
        request = request.with(takes);
    }

    /** Assigns so many takes of the current line to the worker. */
    void begin(Line now, int takes, int rate) {
        expected = DurationEstimate.seconds(now.text());
        batch = takes;
        sound = new StreamingAudio(rate);
        status = new RenderStatus.Preparing();
    }

    /** The current batch has ended with so many takes. */
    void rest(int takes) {
        made += takes;
        batch = 0;
        status = WAITING;
    }

    void fail(Problem problem) {
        batch = 0;
        status = new RenderStatus.Failed(problem);
    }

    /** Ends the current batch within a frame. */
    void cancel() {
        cancelled = true;
    }

    /** Any thread. */
    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Remaining seconds of work. */
    double work(RenderSpeed speed) {
        int open = Math.max(1, open());
        return speed.seconds(expected, open) * (1 - Math.clamp(batch * spoken() / open, 0, 1));
    }

    /** Its current state, for other threads. */
    QueuedLine view(int ahead, OptionalDouble secondsLeft) {
        var now = status;
        return new QueuedLine(line(), now instanceof RenderStatus.Waiting ? new RenderStatus.Waiting(ahead) : now, request.takes(), made,
                Math.clamp((made + batch * spoken()) / request.takes(), 0, 1), secondsLeft);
    }

    /** The progress of the batch, by the estimated length; 0 to 1. */
    private double spoken() {
        if (!(status instanceof RenderStatus.Speaking s)) return 0;
        return Math.min(NEARLY, s.frames() / Math.min(s.limit(), Math.max(1, expected / s.frameSeconds())));
    }

    @Override
    public void status(RenderStatus now) {
        status = now;
        // The first frame is when it can be heard.
        if (now instanceof RenderStatus.Speaking s && s.frames() > 1) progressed.run();
        else changed.run();
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
        return sounding;
    }
}
