package studio.parley.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices clients that leave while nothing is sent to them. The JDK's server neither reads from a connection while its request is answered nor lets its
 * user do so, and a write would begin the answer; so the system is asked, where it tells. Thread-safe.
 */
final class ClientWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Thread watcher = Thread.ofVirtual().name("client watch").start(this::watch);

    /** A client that waits for its answer, until this is closed. */
    final class Client implements AutoCloseable {
        private final InetSocketAddress server;
        private final InetSocketAddress address;
        private final Runnable whenLeft;
        private volatile int missed;

        private Client(InetSocketAddress server, InetSocketAddress address, Runnable whenLeft) {
            this.server = server;
            this.address = address;
            this.whenLeft = whenLeft;
        }

        boolean hasLeft() {
            return missed > 1;
        }

        /** Twice: the list may miss a connection while others come and go. */
        private void look(ConnectionTable table) {
            missed = table.isClosed(server, address) ? missed + 1 : 0;
            if (!hasLeft()) return;
            close();
            whenLeft.run();
        }

        @Override
        public void close() {
            clients.remove(this);
        }
    }

    /** Calls {@code whenLeft} on another thread if the client leaves before the result is closed. */
    Client begin(InetSocketAddress server, InetSocketAddress address, Runnable whenLeft) {
        var client = new Client(server, address, whenLeft);
        clients.add(client);
        return client;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                if (clients.isEmpty()) continue;
                var table = ConnectionTable.now();
                clients.forEach(c -> c.look(table));
            }
        } catch (InterruptedException closed) {
            // the server is closed
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
