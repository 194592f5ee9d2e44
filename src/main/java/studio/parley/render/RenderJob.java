package studio.parley.render;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A line in a {@link RenderQueue}: its name, where it stands, and the takes when done. Anybody may look at it, any time; only the
 * queue moves it.
 */
public final class RenderJob {
    private final String name;
    private final Supplier<UtteranceRequest> prompt;
    private final RenderListener listener;
    private final AtomicReference<RenderStatus> status = new AtomicReference<>(new RenderStatus.Waiting(0));
    private final CompletableFuture<RenderStatus> end = new CompletableFuture<>();
    private volatile boolean cancelled;

    /** {@code prompt} is asked on the rendering thread when the job's turn comes, so that it hears what was rendered before. */
    public RenderJob(String name, Supplier<UtteranceRequest> prompt, RenderListener listener) {
        this.name = name;
        this.prompt = prompt;
        this.listener = listener;
    }

    public String name() {
        return name;
    }

    public RenderStatus status() {
        return status.get();
    }

    /** Completes with the last status. */
    public CompletableFuture<RenderStatus> end() {
        return end.copy();
    }

    Supplier<UtteranceRequest> prompt() {
        return prompt;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** What the renderer tells goes through here: to the status, then to the job's own listener. */
    RenderListener listening() {
        return new RenderListener() {
            @Override
            public void status(RenderStatus now) {
                if (!now.isFinal()) moveTo(now);
            }

            @Override
            public void sound(float[] samples) {
                listener.sound(samples);
            }

            @Override
            public void restart() {
                listener.restart();
            }

            @Override
            public boolean wantsSound() {
                return listener.wantsSound();
            }
        };
    }

    /** A final status stays. */
    void moveTo(RenderStatus next) {
        var before = status.getAndUpdate(now -> now.isFinal() ? now : next);
        if (before.isFinal()) return;
        listener.status(next);
        if (next.isFinal()) end.complete(next);
    }
}
