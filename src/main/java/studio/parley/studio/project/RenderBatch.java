package studio.parley.studio.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.DurationEstimate;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;

/** One batch of takes of a line in the render queue: asks the owning thread for the line when its turn comes, tells it what becomes of it. */
final class RenderBatch implements RenderListener {
    /** The line as it is when its turn comes; {@code together} when its takes are several, also where this one is alone. */
    record Turn(Document document, Line line, List<Long> seeds, boolean together) {}

    /** Whom a job asks and tells; all but {@link #turn} may be called on any thread. */
    interface Owner {
        /** On the thread that owns the project; throws a CancellationException when the line is not to be spoken any more. */
        Turn turn(RenderBatch job);

        void moved(RenderBatch job, RenderStatus status);

        boolean wantsSound();
    }

    final String line;
    private final OwnerThreadExecutor ownerThread;
    private final LineRenderer voice;
    private final Owner owner;
    final StreamingAudio sound;
    private volatile @Nullable TakeInputs hearing;
    private volatile double expected;
    private volatile long begun;
    private volatile int takes;

    RenderBatch(String line, OwnerThreadExecutor ownerThread, LineRenderer voice, Owner owner, StreamingAudio sound) {
        this.line = line;
        this.ownerThread = ownerThread;
        this.voice = voice;
        this.owner = owner;
        this.sound = sound;
    }

    /** On the worker. */
    UtteranceRequest prompt() {
        var turn = ownerThread.ask(() -> owner.turn(this));
        expected = DurationEstimate.seconds(turn.line().text());
        takes = turn.seeds().size();
        begun = System.nanoTime();
        var prepared = voice.prepare(turn.document(), turn.line(), turn.seeds(), turn.together());
        hearing = prepared.hearing();
        return prepared.prompt();
    }

    @Nullable TakeInputs hearing() {
        return hearing;
    }

    /** Seconds of speech expected of the words; 0 before the job's turn. */
    double expected() {
        return expected;
    }

    /** Takes of this batch; 0 before the job's turn. */
    int takes() {
        return takes;
    }

    /** Seconds since its turn came. */
    double worked() {
        return begun == 0 ? 0 : (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void status(RenderStatus status) {
        if (status.isFinal()) sound.complete();
        owner.moved(this, status);
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
        return owner.wantsSound();
    }

    static List<Take> bestLast(List<Take> takes) {
        int best = 0;
        for (int i = 1; i < takes.size(); i++) if (takes.get(i).checks().size() < takes.get(best).checks().size()) best = i;
        var sorted = new java.util.ArrayList<>(takes);
        sorted.add(sorted.remove(best));
        return sorted;
    }
}
