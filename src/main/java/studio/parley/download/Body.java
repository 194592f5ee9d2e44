package studio.parley.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of a reply, read piece by piece by one thread: unlike a stream it notices that nothing arrives any more. */
final class Body implements BodySubscriber<Body>, AutoCloseable {
    private sealed interface Signal {}

    private record Piece(List<ByteBuffer> bytes) implements Signal {}

    private record End(@Nullable Throwable failure) implements Signal {}

    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final LinkedBlockingQueue<Signal> arrived = new LinkedBlockingQueue<>();

    /**
     * The next piece, or nothing at the end.
     *
     * @throws StalledException if nothing arrives in time
     */
    Optional<List<ByteBuffer>> next(Duration stall) throws IOException, InterruptedException {
        subscription.thenAccept(s -> s.request(1));
        return switch (arrived.poll(stall.toMillis(), TimeUnit.MILLISECONDS)) {
            case Piece p -> Optional.of(p.bytes());
            case End(IOException failure) -> throw failure;
            case End(Throwable failure) when failure != null -> throw new IOException(failure);
            case End _ -> Optional.empty();
            case null -> throw new StalledException();
        };
    }

    /** The whole body as bytes; more than {@code most} is an error. */
    byte[] all(int most, Duration stall) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        for (var piece = next(stall); piece.isPresent(); piece = next(stall)) {
            for (var bytes : piece.get()) {
                if (out.size() + bytes.remaining() > most) throw new IOException("more than " + most + " bytes");
                var copy = new byte[bytes.remaining()];
                bytes.get(copy);
                out.writeBytes(copy);
            }
        }
        return out.toByteArray();
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrived.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        arrived.add(new End(failure));
    }

    @Override
    public void onComplete() {
        arrived.add(new End(null));
    }

    /** Ends the connection, unless the body was read to its end. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
