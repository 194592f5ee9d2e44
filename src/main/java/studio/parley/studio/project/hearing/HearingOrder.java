package studio.parley.studio.project.hearing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import studio.parley.audio.store.ClipId;

/** Takes that wait: first those of which nobody knows whether they were heard, then new ones, then others. Each clip once. Any thread. */
final class HearingOrder {
    /** What is to be done with a take. */
    record Step(TakeToHear take, boolean isUnknown, boolean isNew) {}

    private final SequencedMap<ClipId, TakeToHear> unknown = new LinkedHashMap<>();
    private final SequencedMap<ClipId, TakeToHear> fresh = new LinkedHashMap<>();
    private final SequencedMap<ClipId, TakeToHear> late = new LinkedHashMap<>();
    /** Clips that wait, are known, or failed. */
    private final Set<ClipId> seen = new HashSet<>();

    /** Adds what was not there before. */
    synchronized void ask(Collection<TakeToHear> takes) {
        for (var take : takes) if (seen.add(take.clip())) unknown.put(take.clip(), take);
        notifyAll();
    }

    synchronized void arrived(Collection<TakeToHear> takes) {
        for (var take : takes) {
            seen.add(take.clip());
            unknown.remove(take.clip());
            late.remove(take.clip());
            fresh.put(take.clip(), take);
        }
        notifyAll();
    }

    /** The next step, which stays in the order until it is {@link #done}; empty if nothing waits after this time. */
    synchronized Optional<Step> next(long millis) throws InterruptedException {
        if (size() == 0) wait(millis);
        if (!unknown.isEmpty()) return Optional.of(new Step(unknown.firstEntry().getValue(), true, false));
        if (!fresh.isEmpty()) return Optional.of(new Step(fresh.firstEntry().getValue(), false, true));
        return late.isEmpty() ? Optional.empty() : Optional.of(new Step(late.firstEntry().getValue(), false, false));
    }

    /** Waits, but not if something new comes. */
    synchronized void rest(long millis) throws InterruptedException {
        wait(millis);
    }

    synchronized void done(Step step) {
        var clip = step.take().clip();
        if (step.isUnknown()) unknown.remove(clip);
        else if (step.isNew()) fresh.remove(clip);
        else late.remove(clip);
    }

    /** A take that turned out not to be heard yet. */
    synchronized void later(Step step) {
        done(step);
        late.put(step.take().clip(), step.take());
    }

    /** Takes that are still to be heard. */
    synchronized int size() {
        return unknown.size() + fresh.size() + late.size();
    }

    synchronized void clear() {
        unknown.clear();
        fresh.clear();
        late.clear();
        notifyAll();
    }
}
