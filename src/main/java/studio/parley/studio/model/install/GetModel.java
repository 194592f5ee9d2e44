package studio.parley.studio.model.install;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.download.Http;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Token;
import studio.parley.download.hub.HubTokens;
import studio.parley.io.Disk;
import studio.parley.io.FreeSpace;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.DownloadJob.Plan;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/**
 * Downloads a model, checks, converts, tests and installs it: one job on the calling thread. Interrupting the thread pauses the job with a
 * {@link java.util.concurrent.CancellationException}; the next {@link #run} for the same source continues it, also after a crash at any point.
 */
public final class GetModel {
    /**
     * What to get.
     *
     * @param precision empty: chosen for this machine
     * @param keepDownload whether the checkpoint is kept after it was converted
     * @param token given by the user just now; kept if it is accepted
     */
    public record Request(ModelSource source, Optional<String> precision, boolean keepDownload, Optional<Token> token) {}

    /** A job that was begun and can be continued or discarded. */
    public record Pending(ModelSource source, long done, long total) {}

    private static final Logger LOG = LoggerFactory.getLogger(GetModel.class);
    private final AppDirectories directories;
    private final Settings settings;
    private final NetworkOptions network;
    private final Consumer<InstallEvent> listener;
    private final Installation installation;
    private final InstallMeter meter;

    public GetModel(AppDirectories directories, Settings settings, NetworkOptions network, Consumer<InstallEvent> listener) {
        this(directories, settings, network, listener, MemorySpeed::measure);
    }

    GetModel(AppDirectories directories, Settings settings, NetworkOptions network, Consumer<InstallEvent> listener, DoubleSupplier memorySpeed) {
        this.directories = directories;
        this.settings = settings;
        this.network = network;
        this.listener = listener;
        this.meter = new InstallMeter(listener, System::nanoTime);
        this.installation = new Installation(directories, settings, listener, meter, memorySpeed);
    }

    /** The jobs that can be continued; a download that is kept beside its model is none. */
    public static List<Pending> pending(AppDirectories directories) {
        var store = new ModelStore(directories, Settings.read(directories.settingsFile()));
        return DownloadJob.all(directories).stream().flatMap(j -> j.plan().filter(p -> !isKept(store, j, p))
                .map(p -> new Pending(j.source(), j.done(p), p.bytes())).stream()).toList();
    }

    private static boolean isKept(ModelStore store, DownloadJob job, Plan plan) {
        return job.done(plan) == plan.bytes() && Installation.existing(store, plan.checkpoint(), Optional.empty()).isPresent();
    }

    /** Removes what was downloaded of a job that nobody works on. */
    public static void discard(AppDirectories directories, ModelSource source) {
        var job = new DownloadJob(directories, source);
        try (var alone = job.lock()) {
            job.delete();
        }
    }

    /**
     * Returns the installed model.
     *
     * @throws studio.parley.download.AccessProblem if a token is needed, or another one
     * @throws Problem if anything else is in the way; what was downloaded is kept
     */
    public ModelEntry run(Request request) {
        request.precision().ifPresent(ConvertCheckpoint::precision);
        var job = new DownloadJob(directories, request.source());
        try (var alone = job.lock(); var http = new Http(network)) {
            meter.stage(Stage.LOOKING, request.source().title());
            var download = new CheckpointDownload(http, network, job, new HubTokens(directories.tokenFile(), network), request.token(), meter);
            var plan = download.plan();
            var entry = Installation.existing(new ModelStore(directories, settings), plan.checkpoint(), request.precision()).orElseGet(() -> install(request, job, download, plan));
            if (!request.keepDownload()) job.delete();
            meter.stage(Stage.DONE, entry.folder().toString());
            return entry;
        }
    }

    private ModelEntry install(Request request, DownloadJob job, CheckpointDownload download, Plan plan) {
        long missing = plan.bytes() - job.done(plan);
        listener.accept(new InstallEvent.Found(plan.checkpoint().name().toString(), plan.checkpoint().commit(), plan.bytes(), missing, terms(request.source(), plan)));
        requireSpace(request, plan, missing);
        LOG.info("Downloading {} of {} bytes", missing, plan.bytes());
        var whole = download.run(plan);
        var folder = whole.checkpoint().folder(job.folder());
        var mimi = whole.codec().map(c -> c.folder(job.folder()));
        var tokenizer = whole.tokenizer().map(t -> t.folder(job.folder()));
        return installation.convert(folder, request.source().folderName(), request.precision(), mimi, tokenizer);
    }

    /** With 8 or 4 bits a model is never larger than its checkpoint, whose weights have 16 or 32. */
    private void requireSpace(Request request, Plan plan, long missing) {
        long model = plan.bytes() * (request.precision().filter("fp32"::equalsIgnoreCase).isPresent() ? 2 : 1);
        FreeSpace.require(Disk.folder(directories.downloads()), missing + model, "The download with its conversion");
    }

    private static List<String> terms(ModelSource source, Plan plan) {
        if (!source.terms().isEmpty()) return source.terms();
        return plan.parts().stream().map(p -> p.name().path() + ": " + p.licence().orElse("no licence stated; see " + p.page())).toList();
    }
}
