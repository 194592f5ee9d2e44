package studio.parley.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.parley.dialogue.Delivery;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.synthesis.SynthesisListener;
import studio.parley.studio.synthesis.SynthesisRequest;
import studio.parley.studio.synthesis.Synthesizer;
import studio.parley.studio.voices.NamedVoices;

/** Speaks for other programs of this machine, or of others that have a key, until it is closed. */
public final class SpeechServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    static {
        // The JDK reads these when its first server is made: no waiting for more to send, and limits where it has none. Seconds. What a refused request still
        // sends is read and dropped, in the time an answer has: a connection closed before that is reset, and its client never sees the answer.
        Map.of("sun.net.httpserver.nodelay", "true", "sun.net.httpserver.maxReqTime", "60", "jdk.httpserver.maxConnections", "512",
                        "sun.net.httpserver.drainAmount", "" + Long.MAX_VALUE)
                .forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
    }

    private final HttpServer http;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ClientWatch watch = new ClientWatch();
    private final WorkQueue queue;
    private final Synthesizer synthesizer;
    private final OpenRecogniser ears;

    /**
     * Begins to serve.
     *
     * @param model used by this server alone until it is closed
     * @param log receives a line for every request; any thread
     * @throws Problem if the address cannot be used
     */
    public SpeechServer(LoadedModel model, ServerOptions options, AppDirectories directories, Consumer<String> log) {
        http = listen(options);
        queue = new WorkQueue(options.maxQueue());
        synthesizer = new Synthesizer(model);
        ears = new OpenRecogniser(options.recogniser(), options.threads(), directories);
        http.setExecutor(clients);
        http.createContext("/", new Router(new Guard(options.key()), endpoints(model, options, directories), watch, log));
        http.start();
    }

    private Map<Router.Route, Endpoint> endpoints(LoadedModel model, ServerOptions options, AppDirectories directories) {
        var voices = new VoiceNames(new NamedVoices(directories));
        var name = model.name();
        var models = new ModelNames(name, options.recogniser().isPresent(), System.currentTimeMillis() / 1000);
        var mark = WatermarkApplier.of(directories);
        var casting = new Casting(ears);
        var work = new SpeechWork(synthesizer, casting, mark, model.rate());
        var out = new HashMap<Router.Route, Endpoint>();
        out.put(new Router.Route("GET", ListingEndpoint.HEALTH), new ListingEndpoint(() -> health(name)));
        out.put(new Router.Route("GET", "/v1/models"), new ListingEndpoint(models::json));
        out.put(new Router.Route("GET", "/v1/audio/voices"), new ListingEndpoint(() -> listing(voices)));
        out.put(new Router.Route("POST", "/v1/audio/speech"), new SpeechEndpoint(queue, work, voices, models, ears));
        out.put(new Router.Route("POST", "/v1/audio/conversation"), new ConversationEndpoint(queue, synthesizer, voices, models, casting, model, mark, directories));
        out.put(new Router.Route("POST", "/v1/audio/transcriptions"), new TranscriptionEndpoint(queue, ears));
        return out;
    }

    private JsonObject health(String model) {
        var json = new JsonObject();
        var running = queue.runningSeconds();
        json.addProperty("status", running.isPresent() ? "busy" : "ok");
        json.addProperty("model", model);
        json.addProperty("waiting", queue.waiting());
        running.ifPresent(s -> json.addProperty("running_seconds", Math.round(s * 10) / 10.0));
        return json;
    }

    private static JsonObject listing(VoiceNames voices) {
        var names = new JsonArray();
        voices.all().forEach(names::add);
        var json = new JsonObject();
        json.add("voices", names);
        return json;
    }

    private static HttpServer listen(ServerOptions options) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()), BACKLOG);
        } catch (UnknownHostException e) {
            throw new Problem(Problem.Kind.INPUT, "This machine has no address " + options.host() + ". Use 127.0.0.1, or 0.0.0.0 for all of its addresses.", e);
        } catch (BindException e) {
            throw new Problem(Problem.Kind.INPUT, "Port " + options.port() + " of " + options.host() + " cannot be used: another program has it, or this machine "
                    + "does not have that address. Choose another with --port, or 0 for any.", e);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.INPUT, "Could not listen at " + options.host() + " (" + IoProblem.reason(e) + "). Choose another --host or --port.", e);
        }
    }

    /** Whether only programs of this machine can reach an address. */
    public static boolean isLocal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Where it listens. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Speaks a word that nobody hears, so that the first client need not wait until everything is loaded. */
    public void warmUp() {
        queue.submit(() -> {
            synthesizer.speak(new SynthesisRequest(List.of(), List.of(), 0, "Hello.", Delivery.INHERITED, 0), new SynthesisListener() { });
            return true;
        });
    }

    /** Takes no more requests, cancels those being worked on, and returns when that is done. */
    @Override
    public void close() {
        queue.close();
        http.stop(1);
        watch.close();
        clients.shutdownNow();
        ears.close();
        synthesizer.close();
    }
}
