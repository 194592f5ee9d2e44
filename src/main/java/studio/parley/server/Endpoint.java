package studio.parley.server;

import java.io.IOException;

/** Answers the requests of one path. Any thread. */
interface Endpoint {
    /** @throws IOException if the client has left */
    void answer(ApiExchange exchange) throws IOException;
}
