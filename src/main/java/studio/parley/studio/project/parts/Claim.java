package studio.parley.studio.project.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import studio.parley.io.AtomicFile;
import studio.parley.problem.Problem;

/** A unit that this process renders. Another thread shows the others that it is alive, and notices when it has lost the unit because it was not for a while. */
final class Claim implements AutoCloseable {
    private final Path file;
    private final Path next;
    private final String owner;
    private final boolean takenOver;
    private final Thread beating;
    private volatile boolean lost;
    private Claims.State end = Claims.State.FREE;

    /** @param next the claim of whoever takes over from this one */
    Claim(Path file, Path next, String owner, Duration pause, boolean takenOver) {
        this.file = file;
        this.next = next;
        this.owner = owner;
        this.takenOver = takenOver;
        this.beating = Thread.ofPlatform().name("claim").daemon().start(() -> beat(pause));
    }

    boolean isTakenOver() {
        return takenOver;
    }

    /** Whether another process has taken over. Any thread. */
    boolean isLost() {
        return lost;
    }

    /** Everything is rendered. */
    void done() {
        end = Claims.State.DONE;
    }

    private void beat(Duration pause) {
        try {
            for (int i = 1; !lost; i++) {
                tell(Claims.State.WORKING + "\n" + owner + "\n" + i + "\n");
                Thread.sleep(pause);
                lost = Files.exists(next);
            }
        } catch (InterruptedException ended) {
            // The unit is done or given up.
        }
    }

    /** Without space or network the work itself fails soon; a claim that cannot be renewed is taken over. */
    private void tell(String text) {
        try {
            AtomicFile.write(file, text);
        } catch (Problem refused) {
            return;
        }
    }

    /** Says that the unit is done, or free for others. */
    @Override
    public void close() {
        beating.interrupt();
        try {
            beating.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tell(end + "\n" + owner + "\n");
    }
}
