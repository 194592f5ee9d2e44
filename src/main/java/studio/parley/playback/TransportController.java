package studio.parley.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.problem.Problem;

/**
 * The transport's state, behind one lock that is never held while sound is read or played: requests come from any thread, the
 * {@link TransportThread} asks for the next {@link TransportCommand} and reports what it did. A request that changes what should be heard makes the
 * device's queue stale: it is flushed first, and playing goes on from the frame that was really heard last.
 */
final class TransportController {
    private static final int LOOK_MILLIS = 5;

    private final TransportStateHolder holder = new TransportStateHolder();
    private final PlaybackSpeed speed = new PlaybackSpeed();
    private final PlaybackCursor head = new PlaybackCursor();
    private final OutputQueue queue = new OutputQueue();
    private final RebufferPolicy stock = new RebufferPolicy();
    private final int pieceFrames;
    private final OutputSelector device;
    private AudioSource source = AudioSource.empty(24_000);
    private @Nullable AudioSource fadingFrom;
    private boolean closed;
    /** The device's queue must be flushed; then the head goes to {@link #target}, or where sound was heard last if that is negative. */
    private boolean stale;
    private long target = -1;
    private boolean begins = true;
    private boolean restarts;
    private long origin;
    private long grain = -1;
    private boolean waits;
    /** Counts requests: a piece that was read for an older state of things is not played. */
    private long version;

    TransportController(AudioOutFactory opener, int pieceFrames) {
        this.device = new OutputSelector(opener);
        this.pieceFrames = pieceFrames;
    }

    // Requests, from any thread.

    synchronized void play() {
        speed.release();
        if (!holder.runs()) {
            if (holder.stands()) fromHere();
            restarts = true;
            start();
        }
        becomeRunning();
    }

    synchronized void playSpans(List<FrameRange> spans, boolean repeats) {
        if (spans.isEmpty()) return;
        if (holder.stands()) origin = shown();
        speed.release();
        follow(spans, repeats, spans.getFirst().from());
        start();
        becomeRunning();
    }

    synchronized void shuttle(int direction) {
        if (direction == 0) return;
        boolean runs = holder.runs();
        if (holder.stands()) fromHere();
        speed.press(direction, runs ? speed.step() : 0);
        if (!runs) start();
        becomeRunning();
    }

    synchronized void rate(double rate) {
        speed.lasting(rate);
        if (holder.runs()) becomeRunning();
    }

    synchronized void pause() {
        if (holder.runs()) halt(TransportState.PAUSED, target);
    }

    synchronized void stop() {
        if (!holder.stands()) halt(TransportState.STOPPED, origin);
    }

    synchronized void stopHere() {
        if (!holder.stands()) halt(TransportState.STOPPED, target);
    }

    synchronized void seek(long frame) {
        origin = Math.max(0, frame);
        grain = -1;
        jump(origin);
    }

    synchronized void scrub(long frame) {
        grain = Math.max(0, frame);
        if (holder.stands()) origin = grain;
        boolean sounds = holder.runs();
        if (sounds) holder.become(TransportState.PAUSED);
        if (sounds || stale) jump(grain);
        else head.jump(grain);
        changed();
    }

    synchronized void loop(@Nullable FrameRange span) {
        head.loop(span);
        // What is queued may lie behind the new end already, or may have jumped back at an end that is no more.
        if (holder.runs()) stale = true;
        changed();
    }

    synchronized void source(AudioSource next) {
        if (next.rate() != source.rate()) {
            device.replace();
            stale = true;
        } else if (holder.runs() && fadingFrom == null) {
            fadingFrom = source;
        }
        source = next;
        changed();
    }

    synchronized void waits(boolean wait) {
        waits = wait;
        changed();
    }

    synchronized void device(AudioOutFactory next) {
        device.choose(next);
        stale = true;
        changed();
    }

    synchronized void close() {
        closed = true;
        changed();
    }

    private void fromHere() {
        origin = shown();
        follow(List.of(), false, origin);
    }

    private void follow(List<FrameRange> spans, boolean repeats, long from) {
        head.follow(spans, repeats);
        jump(from);
    }

    private void jump(long frame) {
        stale = true;
        target = frame;
        changed();
    }

    private void start() {
        grain = -1;
        device.starting();
        if (!queue.untouched()) stale = true;
        stock.reset();
        begins = true;
    }

    private void halt(TransportState to, long frame) {
        speed.release();
        jump(frame);
        holder.become(to);
    }

    private void becomeRunning() {
        holder.become(new TransportState.Playing(speed.step()));
        changed();
    }

    private void changed() {
        version++;
        notifyAll();
    }

    // What is, for any thread.

    synchronized TransportState state() {
        return holder.state();
    }

    synchronized long shown() {
        return target >= 0 ? target : queue.at(head.at()).whole();
    }

    synchronized AudioSource source() {
        return source;
    }

    // The player's side.

    /** Where reading goes on, to ask the source about; null while nothing plays. */
    synchronized @Nullable SourcePosition place() {
        return holder.runs() ? head.at() : null;
    }

    /** What was heard since the last call. */
    synchronized List<float[]> heard() {
        return queue.take();
    }

    /** What to do next, with what the source said just now; waits a few milliseconds, or until a request, when there is nothing. */
    synchronized TransportCommand next(@Nullable SourceStatus extent) throws InterruptedException {
        var job = decide(extent);
        if (job != null) return job;
        if (holder.runs() || grain >= 0) wait(LOOK_MILLIS);
        else wait();
        return TransportCommand.LOOK;
    }

    private @Nullable TransportCommand decide(@Nullable SourceStatus extent) {
        var event = holder.poll();
        if (event.isPresent()) return new TransportCommand.Tell(event.get());
        if (closed) return queue.out() == null ? TransportCommand.QUIT : new TransportCommand.Close(queue.release());
        if (stale) return flush();
        if (device.takeReplace() && queue.out() != null) return new TransportCommand.Close(queue.release());
        if (grain >= 0) return grain();
        if (!holder.runs()) return null;
        boolean current = extent != null && extent.source() == source && extent.at().equals(head.at());
        return current ? piece(extent) : TransportCommand.LOOK;
    }

    private TransportCommand flush() {
        if (queue.out() != null && !queue.untouched()) {
            queue.freeze();
            return new TransportCommand.Flush(queue.out());
        }
        flushed(0);
        return TransportCommand.LOOK;
    }

    private @Nullable TransportCommand grain() {
        if (queue.out() == null) return new TransportCommand.Open(device.opener(), source.rate());
        if (!queue.empty(source.rate() / 50)) return null;
        long frame = grain;
        grain = -1;
        return new TransportCommand.Grain(queue.out(), source, frame);
    }

    private @Nullable TransportCommand piece(SourceStatus all) {
        double step = speed.step();
        boolean stretched = speed.stretches();
        var extent = stretched ? all.without(TimeStretch.ahead(source.rate())) : all;
        if (step == 1) head.round();
        if (restarts) return restart(extent, step);
        boolean waiting = waits && step > 0;
        if (waiting && waitsAt(extent)) return null;
        if (head.ended(step, extent.length())) return ended(step);
        int count = head.until(step, extent.length(), stretched ? 2 * pieceFrames : pieceFrames);
        if (waiting && extent.ready() > head.at().frame()) count = (int) Math.min(count, Math.max(1, extent.untilReady() / step));
        if (count == 0) {
            head.advance(0, step);
            return TransportCommand.LOOK;
        }
        if (queue.out() == null) return new TransportCommand.Open(device.opener(), source.rate());
        if (!queue.hasRoom(count)) return null;
        holder.become(new TransportState.Playing(step));
        return new TransportCommand.Play(queue.out(), source, fadingFrom, head.at(), step, stretched, count, begins, version);
    }

    /** Play pressed at the end begins at the beginning. */
    private TransportCommand restart(SourceStatus extent, double step) {
        restarts = false;
        if (step > 0 && !extent.growing() && head.ended(step, extent.length())) seek(0);
        return TransportCommand.LOOK;
    }

    private boolean waitsAt(SourceStatus extent) {
        if (!extent.unfinished() && stock.enough(extent.ahead(), source.rate(), System.nanoTime())) return false;
        if (queue.empty(0)) {
            stock.ranDry();
            holder.become(TransportState.WAITING);
        }
        return true;
    }

    private @Nullable TransportCommand ended(double step) {
        if (!queue.empty(0)) return null;
        halt(TransportState.STOPPED, speed.shuttles() ? -1 : origin);
        return TransportCommand.LOOK;
    }

    synchronized void opened(AudioOutFactory.Opened opened) {
        queue.opened(opened.out());
        device.opened(opened).ifPresent(n -> holder.add(new TransportEvent.Notice(n)));
    }

    /** The device was flushed after so many frames heard. */
    synchronized void flushed(long heard) {
        queue.freezeAt(heard);
        if (target >= 0) head.jump(target);
        else head.resume(queue.at(head.at()));
        queue.settle();
        target = -1;
        stale = false;
        begins = true;
        fadingFrom = null;
    }

    /** Whether this piece, read meanwhile, is still wanted; then it counts as handed to the device. */
    synchronized boolean handing(TransportCommand.Play job, float[] samples) {
        if (job.version() != version) return false;
        queue.add(job.from(), job.step(), samples);
        head.advance(job.count(), job.step());
        begins = false;
        fadingFrom = null;
        return true;
    }

    synchronized void handingGrain(int frames) {
        queue.addGrain(frames);
    }

    /** Playing broke off; returns the device to be closed if it is the one to blame. */
    synchronized @Nullable AudioOut failed(Problem problem, boolean device) {
        holder.add(new TransportEvent.Trouble(problem));
        holder.become(TransportState.PAUSED);
        grain = -1;
        if (target < 0) head.resume(queue.at(head.at()));
        if (!device) {
            stale = true;
            target = target < 0 ? head.at().whole() : target;
            return null;
        }
        queue.settle();
        return queue.release();
    }
}
