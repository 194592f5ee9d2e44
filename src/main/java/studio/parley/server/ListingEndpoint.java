package studio.parley.server;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.function.Supplier;

/** GET of something that is known at once. */
record ListingEndpoint(Supplier<JsonObject> content) implements Endpoint {
    static final String HEALTH = "/health";

    @Override
    public void answer(ApiExchange exchange) throws IOException {
        exchange.send(200, content.get());
    }
}
