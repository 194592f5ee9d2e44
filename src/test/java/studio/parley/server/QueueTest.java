package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import studio.parley.problem.Cancellation;

/** One works, the others wait, too many are refused, and who leaves is forgotten. */
@Timeout(600)
class QueueTest extends ServerTestCase {
    @Override
    ServerOptions options() {
        var usual = super.options();
        return new ServerOptions(usual.host(), 0, usual.key(), 1, usual.recogniser(), 1);
    }

    private Socket asking(boolean waitForAnswer) throws Exception {
        return asking(LONG, waitForAnswer);
    }

    /** A client that asks for a long text and reads nothing of the answer but its first bytes. */
    private Socket asking(String text, boolean waitForAnswer) throws Exception {
        return asking("/v1/audio/speech", "{\"input\":\"" + text + "\",\"response_format\":\"pcm\"}", waitForAnswer);
    }

    private Socket asking(String path, String body, boolean waitForAnswer) throws Exception {
        var socket = new Socket();
        // Before the connection is made, the system keeps to it.
        socket.setReceiveBufferSize(1 << 12);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        if (waitForAnswer) assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    private void awaitWaiting(int count) throws Exception {
        while (json(get("/health")).get("waiting").getAsInt() != count) Thread.sleep(20);
    }

    private void awaitStatus(String status) throws Exception {
        while (!json(get("/health")).get("status").getAsString().equals(status)) Thread.sleep(20);
    }

    @Test
    void whoIsTooManyIsToldWhenToTryAgain() throws Exception {
        try (var working = asking(true); var waiting = asking(false)) {
            awaitWaiting(1);
            var refused = speech("{\"input\":\"Too many.\"}");
            error(429, refused);
            assertTrue(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()) > 0);
        }
    }

    @Test
    void whoLeavesEndsItsWork() throws Exception {
        try (var working = asking(true)) {
            working.setSoLinger(true, 0);
        }
        assertEquals(200, speech("{\"input\":\"Next.\"}").statusCode());
        while (log.size() < 2) Thread.onSpinWait();
        assertTrue(log.stream().anyMatch(l -> l.endsWith(", the client has left")), log::toString);
    }

    /** Nothing is written to it before the whole is made; the system tells. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoLeavesBeforeTheWholeIsMadeEndsItsWork() throws Exception {
        var texts = "{\"input\":\"" + LONG + "\",\"response_format\":\"wav\"}";
        var script = "{\"script\":\"Ann: " + LONG + "\"}";
        try (var working = asking("/v1/audio/speech", texts, false)) {
            awaitStatus("busy");
            assertTrue(json(get("/health")).get("running_seconds").getAsDouble() >= 0);
            try (var waiting = asking("/v1/audio/conversation", script, false)) {
                awaitWaiting(1);
            }
            awaitWaiting(0);
        }
        awaitStatus("ok");
        while (log.stream().filter(l -> l.endsWith(", the client has left")).count() < 2) Thread.sleep(20);
        assertEquals(200, speech("{\"input\":\"Next.\"}").statusCode());
    }

    @Test
    void aClosedServerEndsItsWork() throws Exception {
        try (var working = asking(true); var waiting = asking(false)) {
            awaitWaiting(1);
            server.close();
            assertTrue(new String(waiting.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 503"));
            var rest = working.getInputStream().readAllBytes();
            assertTrue(!new String(rest, StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n"), "what broke off does not look complete");
        }
    }

    /** What it has not read waits in memory, not on the worker's thread. */
    @Test
    void aSlowClientDelaysNobody() throws Exception {
        // More than the system's buffers of a connection hold (3 MB), spoken slowly, because the sound is what takes time to make.
        var body = "{\"input\":\"" + LONG.substring(0, LONG.length() / 13) + "\",\"response_format\":\"pcm\",\"speed\":0.25}";
        try (var slow = asking("/v1/audio/speech", body, true)) {
            assertEquals(200, speech("{\"input\":\"" + "Quick. ".repeat(3) + "\"}").statusCode());
        }
    }

    @Test
    void jobsAreDoneInTheirOrder() throws Exception {
        var order = new CopyOnWriteArrayList<Integer>();
        var gate = new CountDownLatch(1);
        try (var queue = new WorkQueue(10)) {
            var jobs = new ArrayList<WorkQueue.Job<Boolean>>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                jobs.add(queue.submit(() -> {
                    if (number == 0) await(gate);
                    return order.add(number);
                }));
            }
            jobs.get(3).abandon();
            gate.countDown();
            for (var job : jobs) if (job != jobs.get(3)) assertTrue(job.await());
            assertThrows(java.util.concurrent.CancellationException.class, () -> jobs.get(3).await());
            assertThrows(IllegalArgumentException.class, () -> queue.submit(() -> {
                throw new IllegalArgumentException("of the work");
            }).await());
        }
        assertEquals(List.of(0, 1, 2, 4, 5, 6, 7), order);
    }

    @Test
    void abandonedWorkIsCancelled() throws Exception {
        var began = new CountDownLatch(1);
        try (var queue = new WorkQueue(1); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var job = queue.submit(() -> {
                began.countDown();
                while (true) Cancellation.stopIfWished();
            });
            await(began);
            threads.submit(job::abandon);
            assertThrows(java.util.concurrent.CancellationException.class, job::await);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
