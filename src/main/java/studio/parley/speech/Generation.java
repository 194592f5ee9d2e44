package studio.parley.speech;

import java.util.ArrayList;
import java.util.List;
import studio.parley.speech.mimi.Codes;

/**
 * Generates lines, one frame (80 ms) at a time:
 *
 * <pre>
 * var utterance = session.begin(requests);
 * while (utterance.advance()) play(utterance.codes(0));
 * </pre>
 *
 * To cancel, stop calling {@link #advance}: what was generated so far stays in the session. Same thread as its {@link GenerationSession};
 * ends when the session begins another.
 */
public final class Generation {
    private final GenerationSession session;
    private final int generation;
    private final int first;
    private final StopRule rule;
    private final boolean together;
    private final List<GenerationRequest> requests;
    private final List<Integer> fed;
    private final List<List<int[]>> frames = new ArrayList<>();
    private final StopReason[] endings;
    /** The request of row first + i; the first {@code active} are unfinished. */
    private final List<Integer> seats = new ArrayList<>();
    private int active;

    Generation(GenerationSession session, int generation, int first, List<GenerationRequest> requests, StopRule rule, boolean together, List<Integer> fed) {
        this.session = session;
        this.generation = generation;
        this.first = first;
        this.rule = rule;
        this.together = together;
        this.requests = List.copyOf(requests);
        this.fed = fed;
        this.active = requests.size();
        this.endings = new StopReason[requests.size()];
        for (int i = 0; i < requests.size(); i++) {
            frames.add(new ArrayList<>());
            endings[i] = StopReason.SPEAKING;
            seats.add(i);
        }
    }

    /** Positions that had to be fed for a row before its first frame; the rest was in the cache. */
    public int fedPositions(int row) {
        return fed.get(row);
    }

    /** Generates one frame for every unfinished row; false if none was left. */
    public boolean advance() {
        if (generation != session.generation()) throw new IllegalStateException("the session has begun another utterance");
        if (active == 0) return false;
        if (!frames.get(seats.getFirst()).isEmpty()) feedBack();
        var drawn = session.drawing().draw(session.memory(), first, how(), together);
        for (int i = active - 1; i >= 0; i--) take(i, drawn[i]);
        return true;
    }

    /** Frames of a row so far, without the stop frame. */
    public Codes codes(int row) {
        return Codes.of(session.info().codebooks(), frames.get(row));
    }

    public int frames(int row) {
        return frames.get(row).size();
    }

    /** Frames of a row from {@code from} on: what is new since then. */
    public Codes codesFrom(int row, int from) {
        return Codes.of(session.info().codebooks(), frames.get(row).subList(from, frames.get(row).size()));
    }

    public StopReason ending(int row) {
        return endings[row];
    }

    /** Generates no more frames of a row; the others continue. */
    public void cancel(int row) {
        if (endings[row] != StopReason.SPEAKING) return;
        endings[row] = StopReason.CANCELLED;
        leave(seats.indexOf(row));
    }

    private List<FrameSampler.Row> how() {
        var out = new ArrayList<FrameSampler.Row>();
        for (int i = 0; i < active; i++) out.add(new FrameSampler.Row(requests.get(seats.get(i)).sampling(), frames.get(seats.get(i)).size()));
        return out;
    }

    /** Only now, not when it was generated: the newest frame can be played before the backbone has processed it. */
    private void feedBack() {
        var last = new int[active][];
        for (int i = 0; i < active; i++) last[i] = session.prompt().frame(frames.get(seats.get(i)).getLast());
        if (together) session.memory().stepTogether(first, last);
        else session.memory().step(first, last[0]);
    }

    private void take(int seat, int[] frame) {
        var row = seats.get(seat);
        var ends = rule.ends(frame);
        if (!ends || rule.keeps(frame)) frames.get(row).add(frame);
        if (ends) endings[row] = StopReason.END_OF_SPEECH;
        else if (frames.get(row).size() == requests.get(row).maxFrames()) endings[row] = StopReason.LIMIT;
        if (endings[row] != StopReason.SPEAKING) leave(seat);
    }

    /** A finished row is moved behind the unfinished ones, so that these stay contiguous. */
    private void leave(int seat) {
        active--;
        session.memory().swapReady(first + seat, first + active);
        var row = seats.get(seat);
        seats.set(seat, seats.get(active));
        seats.set(active, row);
    }
}
