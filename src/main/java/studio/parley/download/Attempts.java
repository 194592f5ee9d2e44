package studio.parley.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

/** Repeats a request after failures that may pass, waiting longer each time, until it has failed too often without any progress. */
final class Attempts {
    /** A request failed in a way that may pass. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Optional<Duration> asked;

        /** @param asked how long the server wants to be left alone */
        Failure(String reason, Optional<Duration> asked, @Nullable Throwable cause) {
            super(reason, cause);
            this.asked = asked;
        }
    }

    /** One request. */
    interface Request<T> {
        T run() throws Failure, IOException, InterruptedException;
    }

    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** A server that wants more has its reasons: the person decides. */
    private static final Duration MOST_ASKED = Duration.ofMinutes(5);
    private final String host;
    private final NetworkOptions options;
    private final Consumer<DownloadEvent> listener;
    private int failed;

    Attempts(String host, NetworkOptions options, Consumer<DownloadEvent> listener) {
        this.host = host;
        this.options = options;
        this.listener = listener;
    }

    /** Something arrived: the connection works. */
    void progressed() {
        failed = 0;
    }

    /**
     * @throws Problem if all attempts failed
     * @throws CancellationException if the thread is interrupted, which stays set
     */
    <T> T run(Request<T> request) {
        while (true) {
            try {
                stopIfInterrupted();
                return request.run();
            } catch (Failure e) {
                again(String.valueOf(e.getMessage()), e.asked, e);
            } catch (InterruptedException e) {
                throw stopped();
            } catch (IOException e) {
                stopIfInterrupted();
                again(NetworkProblem.reason(host, e), Optional.empty(), e);
            }
        }
    }

    private void again(String reason, Optional<Duration> asked, Exception cause) {
        if (++failed >= options.attempts()) throw NetworkProblem.of(host, reason, cause);
        if (asked.filter(a -> a.compareTo(MOST_ASKED) > 0).isPresent()) {
            throw new Problem(Problem.Kind.NETWORK, host + " asks to wait " + Math.ceilDiv(asked.get().toSeconds(), 60)
                    + " minutes. Try again then; what has been downloaded is kept.", cause);
        }
        var backoff = Duration.ofSeconds(1L << Math.min(failed - 1, 10));
        var wait = asked.orElse(backoff.compareTo(LONGEST) > 0 ? LONGEST : backoff);
        listener.accept(new DownloadEvent.Waiting(reason, wait.toSeconds()));
        try {
            options.pause().sleep(wait);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** {@code Retry-After}, in seconds or as a date. */
    static Optional<Duration> asked(HttpResponse<?> reply) {
        return reply.headers().firstValue("Retry-After").flatMap(v -> {
            try {
                if (v.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(v)));
                var wait = Duration.between(Instant.now(), ZonedDateTime.parse(v, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    static void stopIfInterrupted() {
        Cancellation.stopIfWished();
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("the download was stopped");
    }

    private static CancellationException stopped() {
        Thread.currentThread().interrupt();
        return new CancellationException("the download was stopped");
    }
}
