package studio.parley.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** An answer that is sent while it is made. */
record StreamedReply(WorkQueue queue) {
    /**
     * Sends it; what goes wrong before the first piece is an answer of its own.
     *
     * @param work writes the answer, on the worker's thread
     * @throws IOException if the client has left, which cancels the work
     */
    <T> T send(ApiExchange exchange, String type, Function<OutputStream, T> work) throws IOException {
        var pipe = new ReplyPipe();
        var job = queue.submit(() -> work.apply(pipe));
        job.onEnd(pipe::close);
        return exchange.unlessLeft(job, () -> {
            var piece = pipe.take();
            if (piece.isEmpty()) job.await();
            exchange.begin(type);
            for (; piece.isPresent(); piece = pipe.take()) exchange.send(piece.get());
            var result = job.await();
            exchange.end();
            return result;
        });
    }
}
