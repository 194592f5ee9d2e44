package studio.parley.studio.project.parts;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;

/**
 * Which process renders which unit: {@code claims/UNIT-1}, and {@code UNIT-2} for whoever takes over, and so on; the last one counts. Creating a file
 * that must not exist is what every file system that machines share can do for only one of them. The first line says how far the unit is, and the
 * owner rewrites the rest now and then: a file that stays the same for longer, by the clock of whoever watches it, belongs to nobody any more. So the
 * clocks of the machines need not agree. One thread.
 */
final class Claims {
    /** How far a unit is. */
    enum State { FREE, WORKING, DONE }

    /** The last claim of a unit: its number, 0 if there is none. */
    private record Last(int number, String text) {
        State state() {
            if (number == 0 || text.startsWith(State.FREE.name())) return State.FREE;
            return text.startsWith(State.DONE.name()) ? State.DONE : State.WORKING;
        }
    }

    private record Seen(Last last, long nanos) {}

    private final Path folder;
    private final String owner;
    private final Duration patience;
    private final Map<String, Seen> watched = new HashMap<>();
    private final Map<String, Last> done = new HashMap<>();

    /**
     * @param owner for people who read the files
     * @param patience how long a claim may stay the same before it is taken over
     */
    Claims(Path work, String owner, Duration patience) {
        this.folder = Disk.folder(work.resolve("claims"));
        this.owner = owner;
        this.patience = patience;
    }

    State state(String unit) {
        return last(unit).state();
    }

    /** A claim on a unit, unless it is done or another process works on it. */
    Optional<Claim> take(String unit) {
        var last = last(unit);
        boolean takesOver = last.state() == State.WORKING;
        if (last.state() == State.DONE || takesOver && !isLeft(unit, last)) return Optional.empty();
        var file = file(unit, last.number() + 1);
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return Optional.empty();
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
        return Optional.of(new Claim(file, file(unit, last.number() + 2), owner, patience.dividedBy(10), takesOver));
    }

    /** What was done is to be done again. */
    void reopen(String unit) {
        done.remove(unit);
        Disk.write(file(unit, last(unit).number() + 1), State.FREE + "\n");
    }

    /** Whether a claim has not changed for too long. */
    private boolean isLeft(String unit, Last last) {
        var seen = watched.get(unit);
        long now = System.nanoTime();
        if (seen == null || !seen.last().equals(last)) watched.put(unit, new Seen(last, now));
        return seen != null && seen.last().equals(last) && now - seen.nanos() >= patience.toNanos();
    }

    private Last last(String unit) {
        var known = done.get(unit);
        if (known != null) return known;
        var last = new Last(0, "");
        for (var text = text(file(unit, 1)); text.isPresent(); text = text(file(unit, last.number() + 1))) last = new Last(last.number() + 1, text.get());
        if (last.state() == State.DONE) done.put(unit, last);
        return last;
    }

    private Path file(String unit, int number) {
        return folder.resolve(unit + "-" + number);
    }

    /** Nothing if there is no such file; one that is replaced right now, which network file systems report as an error, is a new text each time. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("unread " + System.nanoTime());
        }
    }
}
