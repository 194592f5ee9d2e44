package studio.parley.server;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/** An answer that says what is wrong, in the form of OpenAI's interface; the message is for people. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String parameter;
    private final @Nullable String code;
    private final int retrySeconds;

    private ApiError(int status, String type, String message, @Nullable String parameter, @Nullable String code, int retrySeconds) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.parameter = parameter;
        this.code = code;
        this.retrySeconds = retrySeconds;
    }

    /** A value of the request is not valid. */
    static ApiError value(String parameter, String message) {
        return new ApiError(400, REQUEST, message, parameter, null, 0);
    }

    /** The same with a code for programs. */
    static ApiError value(String parameter, String code, String message) {
        return value(400, parameter, code, message);
    }

    /** The same with another status. */
    static ApiError value(int status, String parameter, String code, String message) {
        return new ApiError(status, REQUEST, message, parameter, code, 0);
    }

    /** The request as a whole is refused. */
    static ApiError request(int status, String code, String message) {
        return new ApiError(status, status == 401 ? "authentication_error" : status >= 500 ? "server_error" : REQUEST, message, null, code, 0);
    }

    /** Too much to do; the client may try again after some seconds. */
    static ApiError busy(int seconds, String message) {
        return new ApiError(429, "rate_limit_error", message, null, "rate_limit_exceeded", seconds);
    }

    static ApiError of(Problem problem) {
        boolean theirs = problem.kind() == Problem.Kind.INPUT;
        return new ApiError(theirs ? 400 : 500, theirs ? REQUEST : "server_error", String.valueOf(problem.getMessage()), null, null, 0);
    }

    int status() {
        return status;
    }

    /** The value of the header Retry-After. */
    OptionalInt retrySeconds() {
        return retrySeconds > 0 ? OptionalInt.of(retrySeconds) : OptionalInt.empty();
    }

    JsonObject json() {
        var error = new JsonObject();
        error.addProperty("message", getMessage());
        error.addProperty("type", type);
        if (parameter == null) error.add("param", JsonNull.INSTANCE);
        else error.addProperty("param", parameter);
        if (code == null) error.add("code", JsonNull.INSTANCE);
        else error.addProperty("code", code);
        var json = new JsonObject();
        json.add("error", error);
        return json;
    }
}
