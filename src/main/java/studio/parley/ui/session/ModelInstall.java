package studio.parley.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.download.AccessProblem;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Token;
import studio.parley.problem.Problem;
import studio.parley.studio.card.SetUpCard;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.GetModel;
import studio.parley.studio.model.install.ImportModel;
import studio.parley.studio.model.install.InstallEvent;
import studio.parley.studio.model.install.InstallEvent.Progress;
import studio.parley.studio.model.install.ModelSource;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;

/** What is being installed, one thing at a time: a model that is downloaded or imported, or the libraries for the graphics card. It goes on whatever the window shows. JavaFX thread only. */
public final class ModelInstall {
    /** What it is doing. */
    public sealed interface State {}

    /** Nothing. */
    public record Idle() implements State {}

    /**
     * It works.
     *
     * @param words the latest message: the chosen precision, an interrupted connection
     */
    public record Running(String title, boolean canPause, Optional<Progress> progress, String words) implements State {}

    /** A download can be continued. */
    public record Paused(ModelSource source, long done, long total) implements State {}

    /** The download needs a token, or another one. */
    public record Refused(ModelSource source, AccessProblem problem) implements State {}

    /** It failed; a download can be tried again. */
    public record Failed(String title, boolean canRetry, String sentence) implements State {}

    /**
     * A model is ready, and nobody has been told yet.
     *
     * @param usual the model of new projects before this one
     */
    public record Installed(ModelEntry model, Optional<Path> usual) implements State {}

    private enum Stop { NO, PAUSE, CANCEL }

    private final AppDirectories directories;
    private final Preferences preferences;
    private final Notices notices;
    private final NetworkOptions network;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Idle());
    private volatile Optional<Thread> worker = Optional.empty();
    private Optional<GetModel.Request> request = Optional.empty();
    /** The graphics card is what is being installed, with or without NVIDIA's libraries. */
    private Optional<Boolean> card = Optional.empty();
    private volatile Stop stop = Stop.NO;

    ModelInstall(AppDirectories directories, Preferences preferences, Notices notices, NetworkOptions network) {
        this.directories = directories;
        this.preferences = preferences;
        this.notices = notices;
        this.network = network;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Looks for a download that an earlier session has begun. */
    public void look() {
        FxThread.work(() -> GetModel.pending(directories), found -> {
            if (state.get() instanceof Idle && !found.isEmpty()) state.set(paused(found.getFirst()));
        }, notices::trouble);
    }

    public void get(GetModel.Request wanted) {
        if (state.get() instanceof Running) return;
        request = Optional.of(wanted);
        var settings = preferences.settings();
        startModel(wanted.source().title(), true, told -> new GetModel(directories, settings, network, told).run(wanted));
    }

    /**
     * Downloads what the graphics card needs, and tries it.
     *
     * @param withCuda whether the user accepts NVIDIA's licences
     */
    public void setUpCard(boolean withCuda) {
        if (state.get() instanceof Running) return;
        request = Optional.empty();
        card = Optional.of(withCuda);
        start(Messages.of("session.card"), true, told -> new SetUpCard(directories, network, told).run(withCuda), this::cardDone);
    }

    /** Continues a paused or failed download. */
    public void goOn() {
        var source = state.get() instanceof Paused p ? Optional.of(p.source()) : Optional.<ModelSource>empty();
        source.filter(s -> request.isEmpty() || !request.get().source().equals(s)).ifPresent(s -> request = Optional.of(request(s)));
        card.ifPresentOrElse(this::setUpCard, () -> request.ifPresent(this::get));
    }

    /** Continues with a token that the user has typed. */
    public void goOn(Token token) {
        request.map(r -> new GetModel.Request(r.source(), r.precision(), r.keepDownload(), Optional.of(token))).ifPresent(this::get);
    }

    public void importModel(Path path) {
        if (state.get() instanceof Running) return;
        request = Optional.empty();
        var settings = preferences.settings();
        startModel(String.valueOf(path.getFileName()), false, told -> new ImportModel(directories, settings, told).run(path, Optional.empty()));
    }

    /** Stops the download; what is here stays. */
    public void pause() {
        stop(Stop.PAUSE);
    }

    /** Stops, and removes what was downloaded. */
    public void cancel() {
        if (state.get() instanceof Running) stop(Stop.CANCEL);
        else discard();
    }

    /** The model that is ready, for the one who tells the user about it. */
    public Optional<Installed> claim() {
        if (!(state.get() instanceof Installed ready)) return Optional.empty();
        state.set(new Idle());
        return Optional.of(ready);
    }

    private static GetModel.Request request(ModelSource source) {
        return new GetModel.Request(source, Optional.empty(), false, Optional.empty());
    }

    private void startModel(String title, boolean canPause, Function<Consumer<InstallEvent>, ModelEntry> job) {
        card = Optional.empty();
        var settings = preferences.settings();
        start(title, canPause, told -> {
            var usual = usual(new ModelStore(directories, settings));
            return new Installed(job.apply(told), usual);
        }, this::done);
    }

    private <T> void start(String title, boolean canPause, Function<Consumer<InstallEvent>, T> job, Consumer<T> done) {
        stop = Stop.NO;
        state.set(new Running(title, canPause, Optional.empty(), ""));
        Callable<T> work = () -> {
            worker = Optional.of(Thread.currentThread());
            if (stop != Stop.NO) throw new CancellationException("stopped before it began");
            return job.apply(event -> FxThread.run(() -> on(event)));
        };
        FxThread.work(work, done, thrown -> failed(title, canPause, thrown));
    }

    private static Optional<Path> usual(ModelStore store) {
        try {
            return Optional.of(store.find(Optional.empty()));
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    private void on(InstallEvent event) {
        if (!(state.get() instanceof Running r)) return;
        state.set(switch (event) {
            case Progress p -> new Running(r.title(), r.canPause(), Optional.of(p), p.bytesPerSecond() > 0 && r.words().equals(waiting()) ? "" : r.words());
            case InstallEvent.Found f -> new Running(r.title(), r.canPause(), r.progress(), f.repository() + " · " + String.join(" · ", f.terms()));
            case InstallEvent.Chosen c -> new Running(r.title(), r.canPause(), r.progress(), Messages.of("session.install.precision", c.reason()));
            case InstallEvent.Notice n -> new Running(r.title(), r.canPause(), r.progress(), n.sentence());
            case InstallEvent.Waiting w -> new Running(r.title(), r.canPause(), r.progress(), waiting());
        });
    }

    private static String waiting() {
        return Messages.of("session.install.waiting");
    }

    private void done(Installed ready) {
        worker = Optional.empty();
        request = Optional.empty();
        preferences.keepModel(ready.usual());
        state.set(ready);
        if (claim().isPresent()) notices.info(Messages.of("session.install.ready", ready.model().name()));
    }

    private void cardDone(SetUpCard.Outcome outcome) {
        worker = Optional.empty();
        card = Optional.empty();
        if (outcome.ok()) {
            preferences.put("device", outcome.device());
            notices.info(Messages.of("session.card.ready", outcome.words().replaceFirst("[.]$", "")));
        } else notices.warn(outcome.words());
        state.set(new Idle());
    }

    private void failed(String title, boolean canRetry, Throwable thrown) {
        worker = Optional.empty();
        if (stop == Stop.CANCEL) discard();
        else if (stop == Stop.PAUSE || thrown instanceof CancellationException) {
            state.set(new Idle());
            look();
        } else if (thrown instanceof AccessProblem refused && request.isPresent()) state.set(new Refused(request.get().source(), refused));
        else if (thrown instanceof Problem) state.set(new Failed(title, canRetry && (card.isEmpty() || SetUpCard.isBegun(directories)), String.valueOf(thrown.getMessage())));
        else {
            state.set(new Idle());
            notices.trouble(thrown);
        }
    }

    private void discard() {
        var source = state.get() instanceof Paused p ? Optional.of(p.source()) : request.map(GetModel.Request::source);
        if (card.isPresent()) FxThread.work(() -> {
            SetUpCard.discard(directories);
            return directories;
        }, gone -> { }, notices::trouble);
        card = Optional.empty();
        request = Optional.empty();
        state.set(new Idle());
        source.ifPresent(s -> FxThread.work(() -> {
            GetModel.discard(directories, s);
            return s;
        }, gone -> { }, notices::trouble));
    }

    private void stop(Stop how) {
        if (!(state.get() instanceof Running)) return;
        stop = how;
        worker.ifPresent(Thread::interrupt);
    }

    private static Paused paused(GetModel.Pending p) {
        return new Paused(p.source(), p.done(), p.total());
    }
}
