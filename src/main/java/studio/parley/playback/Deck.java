package studio.parley.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.Stretch;
import studio.parley.problem.Problem;

/**
 * The transport's state, behind one lock that is never held while sound is read or played: wishes come from any thread, the
 * {@link Player} asks for the next {@link Job} and reports what it did. A wish that changes what should be heard makes the
 * device's queue stale: it is flushed first, and playing goes on from the frame that was really heard last.
 */
final class Deck {
    private static final int LOOK_MILLIS = 5;

    private final Told told = new Told();
    private final Speed speed = new Speed();
    private final Playhead head = new Playhead();
    private final DeviceQueue queue = new DeviceQueue();
    private final Stock stock = new Stock();
    private final int pieceFrames;
    private final DeviceChoice device;
    private Source source = Source.empty(24_000);
    private @Nullable Source fadingFrom;
    private boolean closed;
    /** The device's queue must be flushed; then the head goes to {@link #target}, or where sound was heard last if that is negative. */
    private boolean stale;
    private long target = -1;
    private boolean begins = true;
    private boolean restarts;
    private long origin;
    private long grain = -1;
    private boolean waits;
    /** Counts wishes: a piece that was read for an older state of things is not played. */
    private long version;

    Deck(Opener opener, int pieceFrames) {
        this.device = new DeviceChoice(opener);
        this.pieceFrames = pieceFrames;
    }

    // Wishes, from any thread.

    synchronized void play() {
        speed.release();
        if (!told.runs()) {
            if (told.stands()) fromHere();
            restarts = true;
            start();
        }
        becomeRunning();
    }

    synchronized void playSpans(List<Span> spans, boolean repeats) {
        if (spans.isEmpty()) return;
        if (told.stands()) origin = shown();
        speed.release();
        follow(spans, repeats, spans.getFirst().from());
        start();
        becomeRunning();
    }

    synchronized void shuttle(int direction) {
        if (direction == 0) return;
        boolean runs = told.runs();
        if (told.stands()) fromHere();
        speed.press(direction, runs ? speed.step() : 0);
        if (!runs) start();
        becomeRunning();
    }

    synchronized void rate(double rate) {
        speed.lasting(rate);
        if (told.runs()) becomeRunning();
    }

    synchronized void pause() {
        if (told.runs()) halt(TransportState.PAUSED, target);
    }

    synchronized void stop() {
        if (!told.stands()) halt(TransportState.STOPPED, origin);
    }

    synchronized void stopHere() {
        if (!told.stands()) halt(TransportState.STOPPED, target);
    }

    synchronized void seek(long frame) {
        origin = Math.max(0, frame);
        grain = -1;
        jump(origin);
    }

    synchronized void scrub(long frame) {
        grain = Math.max(0, frame);
        if (told.stands()) origin = grain;
        boolean sounds = told.runs();
        if (sounds) told.become(TransportState.PAUSED);
        if (sounds || stale) jump(grain);
        else head.jump(grain);
        changed();
    }

    synchronized void loop(@Nullable Span span) {
        head.loop(span);
        // What is queued may lie behind the new end already, or may have jumped back at an end that is no more.
        if (told.runs()) stale = true;
        changed();
    }

    synchronized void source(Source next) {
        if (next.rate() != source.rate()) {
            device.replace();
            stale = true;
        } else if (told.runs() && fadingFrom == null) {
            fadingFrom = source;
        }
        source = next;
        changed();
    }

    synchronized void waits(boolean wait) {
        waits = wait;
        changed();
    }

    synchronized void device(Opener next) {
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

    private void follow(List<Span> spans, boolean repeats, long from) {
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
        told.become(to);
    }

    private void becomeRunning() {
        told.become(new TransportState.Playing(speed.step()));
        changed();
    }

    private void changed() {
        version++;
        notifyAll();
    }

    // What is, for any thread.

    synchronized TransportState state() {
        return told.state();
    }

    synchronized long shown() {
        return target >= 0 ? target : queue.at(head.at()).whole();
    }

    synchronized Source source() {
        return source;
    }

    // The player's side.

    /** Where reading goes on, to ask the source about; null while nothing plays. */
    synchronized @Nullable Mark place() {
        return told.runs() ? head.at() : null;
    }

    /** What was heard since the last call. */
    synchronized List<float[]> heard() {
        return queue.take();
    }

    /** What to do next, with what the source said just now; waits a few milliseconds, or until a wish, when there is nothing. */
    synchronized Job next(@Nullable Extent extent) throws InterruptedException {
        var job = decide(extent);
        if (job != null) return job;
        if (told.runs() || grain >= 0) wait(LOOK_MILLIS);
        else wait();
        return Job.LOOK;
    }

    private @Nullable Job decide(@Nullable Extent extent) {
        var event = told.poll();
        if (event.isPresent()) return new Job.Tell(event.get());
        if (closed) return queue.out() == null ? Job.QUIT : new Job.Close(queue.release());
        if (stale) return flush();
        if (device.takeReplace() && queue.out() != null) return new Job.Close(queue.release());
        if (grain >= 0) return grain();
        if (!told.runs()) return null;
        boolean current = extent != null && extent.source() == source && extent.at().equals(head.at());
        return current ? piece(extent) : Job.LOOK;
    }

    private Job flush() {
        if (queue.out() != null && !queue.untouched()) {
            queue.freeze();
            return new Job.Flush(queue.out());
        }
        flushed(0);
        return Job.LOOK;
    }

    private @Nullable Job grain() {
        if (queue.out() == null) return new Job.Open(device.opener(), source.rate());
        if (!queue.empty(source.rate() / 50)) return null;
        long frame = grain;
        grain = -1;
        return new Job.Grain(queue.out(), source, frame);
    }

    private @Nullable Job piece(Extent all) {
        double step = speed.step();
        boolean stretched = speed.stretches();
        var extent = stretched ? all.without(Stretch.ahead(source.rate())) : all;
        if (step == 1) head.round();
        if (restarts) return restart(extent, step);
        boolean waiting = waits && step > 0;
        if (waiting && waitsAt(extent)) return null;
        if (head.ended(step, extent.length())) return ended(step);
        int count = head.until(step, extent.length(), stretched ? 2 * pieceFrames : pieceFrames);
        if (waiting && extent.ready() > head.at().frame()) count = (int) Math.min(count, Math.max(1, extent.untilReady() / step));
        if (count == 0) {
            head.advance(0, step);
            return Job.LOOK;
        }
        if (queue.out() == null) return new Job.Open(device.opener(), source.rate());
        if (!queue.hasRoom(count)) return null;
        told.become(new TransportState.Playing(step));
        return new Job.Play(queue.out(), source, fadingFrom, head.at(), step, stretched, count, begins, version);
    }

    /** Play pressed at the end begins at the beginning. */
    private Job restart(Extent extent, double step) {
        restarts = false;
        if (step > 0 && !extent.growing() && head.ended(step, extent.length())) seek(0);
        return Job.LOOK;
    }

    private boolean waitsAt(Extent extent) {
        if (!extent.unfinished() && stock.enough(extent.ahead(), source.rate(), System.nanoTime())) return false;
        if (queue.empty(0)) {
            stock.ranDry();
            told.become(TransportState.WAITING);
        }
        return true;
    }

    private @Nullable Job ended(double step) {
        if (!queue.empty(0)) return null;
        halt(TransportState.STOPPED, speed.shuttles() ? -1 : origin);
        return Job.LOOK;
    }

    synchronized void opened(Opener.Opened opened) {
        queue.opened(opened.out());
        device.opened(opened).ifPresent(n -> told.add(new TransportEvent.Notice(n)));
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
    synchronized boolean handing(Job.Play job, float[] samples) {
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
        told.add(new TransportEvent.Trouble(problem));
        told.become(TransportState.PAUSED);
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
