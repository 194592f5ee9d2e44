package studio.parley.ui.session;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.AudioSource;
import studio.parley.render.RenderStatus;
import studio.parley.studio.export.Arrangement;

/** A line without sound that is about to get some, and where it begins in frames: playing waits for it. */
record AwaitedLine(String line, long start) {
    /** The first one from this frame on. */
    static Optional<AwaitedLine> from(long frame, ProjectSession session) {
        var rendering = session.speech();
        if (rendering.statuses().isEmpty()) return Optional.empty();
        var starts = Arrangement.starts(session.document(), ProjectSession.RATE);
        return session.document().lines().stream().filter(l -> l.sounding().isEmpty() && l.isSpoken())
                .filter(l -> hasHope(rendering.statuses().get(l.id())))
                .map(l -> new AwaitedLine(l.id(), Objects.requireNonNull(starts.get(l.id())))).filter(l -> l.start() >= frame).findFirst();
    }

    private static boolean hasHope(@Nullable RenderStatus status) {
        return status != null && !status.hasFailed();
    }

    /** All lines before it, and as much of it as there is; its renderer is asked on the transport's thread. */
    AudioSource source(ProjectSession session) {
        int index = session.document().indexOf(line);
        var before = session.arrangement().only(p -> p.number() <= index);
        // Half a sound cannot be heard faster or slower yet: playing waits for the whole.
        boolean streams = session.document().decoration(line).speed() == 1;
        return new LiveAudioSource(session.rendering(before), start, () -> streams ? session.speech().partial(line) : Optional.empty());
    }
}
