package studio.parley.studio.project.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
    private static final Duration EVER = Duration.ofDays(1);

    @TempDir
    Path work;

    private Claims claims(Duration patience) {
        return new Claims(work, "me", patience);
    }

    @Test
    void aUnitBelongsToOneUntilItIsDone() {
        try (var mine = claims(EVER).take("u").orElseThrow()) {
            assertFalse(mine.isTakenOver());
            assertTrue(claims(EVER).take("u").isEmpty());
            assertEquals(Claims.State.WORKING, claims(EVER).state("u"));
            mine.done();
        }
        assertEquals(Claims.State.DONE, claims(EVER).state("u"));
        assertTrue(claims(EVER).take("u").isEmpty());
    }

    /** After Ctrl-C or a problem, others need not wait. */
    @Test
    void whatIsGivenUpIsFreeAtOnce() {
        claims(EVER).take("u").orElseThrow().close();
        try (var other = claims(EVER).take("u").orElseThrow()) {
            assertFalse(other.isTakenOver());
        }
    }

    /** The owner was killed: its file stays as it is, whatever its time says. */
    @Test
    void whatShowsNoSignOfLifeIsTakenOver() throws IOException {
        Files.writeString(Files.createDirectories(work.resolve("claims")).resolve("u-1"), "WORKING\nsomebody\n7\n");
        var watching = claims(Duration.ZERO);
        assertTrue(watching.take("u").isEmpty(), "nobody knows yet since when");
        var late = claims(Duration.ZERO);
        assertTrue(late.take("u").isEmpty());
        try (var mine = watching.take("u").orElseThrow()) {
            assertTrue(mine.isTakenOver());
            assertEquals(Claims.State.WORKING, late.state("u"));
        }
    }

    @Test
    void whatChangesIsAlive() throws IOException {
        var file = Files.createDirectories(work.resolve("claims")).resolve("u-1");
        var watching = claims(Duration.ZERO);
        for (int beat = 1; beat < 5; beat++) {
            Files.writeString(file, "WORKING\nsomebody\n" + beat + "\n");
            assertTrue(watching.take("u").isEmpty());
        }
    }

    /** A file without text is one that was created a moment ago. */
    @Test
    void anEmptyFileIsAClaim() throws IOException {
        Files.createFile(Files.createDirectories(work.resolve("claims")).resolve("u-1"));
        assertEquals(Claims.State.WORKING, claims(EVER).state("u"));
    }

    /** A process that was asleep notices that its unit is somebody else's now. */
    @Test
    void whoeverIsTakenOverNotices() throws Exception {
        try (var sleeper = claims(Duration.ofMillis(50)).take("u").orElseThrow()) {
            Files.createFile(work.resolve("claims/u-2"));
            while (!sleeper.isLost()) Thread.sleep(5);
        }
        assertEquals(Claims.State.WORKING, claims(EVER).state("u"), "the last claim counts");
    }

    @Test
    void whatIsReopenedIsDoneAgain() {
        try (var mine = claims(EVER).take("u").orElseThrow()) {
            mine.done();
        }
        claims(EVER).reopen("u");
        assertEquals(Claims.State.FREE, claims(EVER).state("u"));
        claims(EVER).take("u").orElseThrow().close();
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        int threads = 8;
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int unit = 0; unit < 20; unit++) {
                var name = "u" + unit;
                var tries = new ArrayList<Callable<Boolean>>();
                for (int i = 0; i < threads; i++) tries.add(() -> {
                    var own = claims(EVER);
                    start.await();
                    var claim = own.take(name);
                    start.await();
                    claim.ifPresent(Claim::close);
                    return claim.isPresent();
                });
                int got = 0;
                for (var result : pool.invokeAll(tries)) if (result.get()) got++;
                assertEquals(1, got, name);
            }
        }
    }
}
