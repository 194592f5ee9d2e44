package studio.parley.io;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a second start of Parley reaches the window that is already open for the same user, folders and display: a Unix domain socket, which is a
 * file in a folder that only the user can enter, and no network. Whoever holds the lock beside it receives. A process that crashed leaves
 * a file at which nobody answers, and the next one replaces it.
 */
public final class InstanceSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST = 1 << 16;
    private final Path file;
    private final ProcessLock lock;
    private final ServerSocketChannel server;
    private final Consumer<String> received;

    private InstanceSocket(Path file, ProcessLock lock, ServerSocketChannel server, Consumer<String> received) {
        this.file = file;
        this.lock = lock;
        this.server = server;
        this.received = received;
    }

    /** The socket's file; another display has another window. Nothing is created. */
    public static Path file(AppFolders folders, Map<String, String> environment) {
        var display = environment.getOrDefault("DISPLAY", "") + "," + environment.getOrDefault("WAYLAND_DISPLAY", "");
        return folders.cache().resolve("window").resolve(Integer.toHexString(display.hashCode()));
    }

    /** Hands a message over; false if nobody confirms it within two seconds. Then this process goes on alone. */
    public static boolean send(Path file, String message) {
        if (!Files.exists(file)) return false;
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            closeLater(channel);
            channel.connect(UnixDomainSocketAddress.of(file));
            var bytes = StandardCharsets.UTF_8.encode(message);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.shutdownOutput();
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException nobody) {
            return false;
        }
    }

    /**
     * Receives messages on a thread of its own; a message is confirmed when {@code received} returns. Empty if another process receives them,
     * or if this system or the folder's long name does not allow such a socket.
     */
    public static Optional<InstanceSocket> open(Path file, Consumer<String> received) {
        try {
            var folder = Disk.parent(file);
            Files.createDirectories(Disk.parent(folder));
            TempFolder.createPrivate(folder);
            var lock = ProcessLock.alone(folder.resolve(file.getFileName() + ".lock"));
            if (lock.isEmpty()) return Optional.empty();
            try {
                return Optional.of(bind(file, lock.get(), received));
            } catch (IOException | UnsupportedOperationException e) {
                lock.get().close();
                throw e;
            }
        } catch (IOException | UnsupportedOperationException impossible) {
            // A second window is no harm.
            return Optional.empty();
        }
    }

    private static InstanceSocket bind(Path file, ProcessLock lock, Consumer<String> received) throws IOException {
        Files.deleteIfExists(file);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var socket = new InstanceSocket(file, lock, server, received);
        Thread.ofPlatform().daemon().name("parley-instance").start(socket::serve);
        return socket;
    }

    private void serve() {
        while (server.isOpen()) {
            try (var client = server.accept()) {
                closeLater(client);
                receive(client);
            } catch (IOException | RuntimeException goneOrRefused) {
                // The sender gets no confirmation.
            }
        }
    }

    private void receive(SocketChannel client) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) read = client.read(bytes);
        if (read >= 0) return;   // too long for what a start sends
        received.accept(StandardCharsets.UTF_8.decode(bytes.flip()).toString());
        client.write(ByteBuffer.wrap(new byte[] {1}));
    }

    /** So that nobody waits for a process that hangs. */
    private static void closeLater(Closeable channel) {
        CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).execute(() -> close(channel));
    }

    private static void close(Closeable channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }

    @Override
    public void close() {
        close(server);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next start replaces it.
        }
        lock.close();
    }
}
