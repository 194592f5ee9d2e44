package studio.parley.studio.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.parley.download.Downloader;
import studio.parley.download.Http;
import studio.parley.download.NetworkOptions;
import studio.parley.download.RemoteFile;
import studio.parley.io.Disk;
import studio.parley.io.FreeSpace;
import studio.parley.io.IoProblem;
import studio.parley.io.ProcessLock;
import studio.parley.onnx.CardLibraries;
import studio.parley.problem.Problem;
import studio.parley.studio.model.install.InstallEvent;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.studio.model.install.InstallMeter;
import studio.parley.studio.settings.AppDirectories;

/**
 * Gets the libraries for the graphics card and tries them: one job on the calling thread. Interrupting the thread pauses it with a
 * {@link CancellationException}; the next run continues where it stopped, also after a crash at any point.
 */
public final class SetUpCard {
    /** Who owns what is downloaded, and under which terms. */
    public static final List<String> TERMS = List.of("ONNX Runtime by Microsoft: MIT");
    public static final List<String> CUDA_TERMS = List.of("CUDA 12 by NVIDIA: NVIDIA's licence (docs.nvidia.com/cuda/eula)",
            "cuDNN 9 by NVIDIA: NVIDIA's licence (docs.nvidia.com/deeplearning/cudnn)");

    /** Of what is downloaded, roughly: libraries are packed to a half. */
    private static final double UNPACKED = 1.9;

    /**
     * @param ok whether the card works now, or what is faster on a Mac is known
     * @param needsCuda whether only NVIDIA's libraries are missing
     * @param device for the settings; empty: chosen automatically
     * @param words what works, or what is missing and what to do
     */
    public record Outcome(boolean ok, boolean needsCuda, String device, String words) {}

    private final AppDirectories directories;
    private final NetworkOptions network;
    private final Consumer<InstallEvent> listener;
    private final String system;
    private final CardProbe probe;
    private final CardTrial trial;
    private final Function<String, SpeechSample> speak;
    private final InstallMeter meter;
    private final CardLibraries libraries;

    public SetUpCard(AppDirectories directories, NetworkOptions network, Consumer<InstallEvent> listener) {
        this(directories, network, listener, System.getProperty("os.name"), CardProbe.ofThisComputer(), CardTrial::inOwnProcess,
                device -> SpeechSample.of(CardTrial.answer(device, "--speech")));
    }

    SetUpCard(AppDirectories directories, NetworkOptions network, Consumer<InstallEvent> listener, String system, CardProbe probe, CardTrial trial,
            Function<String, SpeechSample> speak) {
        this.system = system;
        this.speak = speak;
        this.directories = directories;
        this.network = network;
        this.listener = listener;
        this.probe = probe;
        this.trial = trial;
        this.meter = new InstallMeter(listener, System::nanoTime);
        this.libraries = new CardLibraries(directories.cardLibraries());
    }

    /** Whether a download was begun and not finished. */
    public static boolean isBegun(AppDirectories directories) {
        return Files.isDirectory(downloads(directories));
    }

    /** Removes what an interrupted download has left. */
    public static void discard(AppDirectories directories) {
        try (var alone = lock(directories)) {
            Disk.remove(downloads(directories));
        }
    }

    /** Removes the libraries and what an interrupted download has left. */
    public static boolean remove(AppDirectories directories) {
        var folder = directories.cardLibraries();
        boolean any = Files.exists(folder) || isBegun(directories);
        try (var alone = lock(directories)) {
            Disk.remove(downloads(directories));
            Disk.remove(folder);
        }
        return any;
    }

    /**
     * @param withCuda whether the user agrees that NVIDIA's libraries are downloaded, if they are not here
     * @throws Problem if there is no card that can be used, or something is in the way; what was downloaded is kept
     */
    public Outcome run(boolean withCuda) {
        meter.stage(Stage.LOOKING, "graphics card");
        if (system.startsWith("Mac")) {
            meter.stage(Stage.TESTING, "CoreML");
            var choice = CoreMlChoice.of(speak);
            meter.stage(Stage.DONE, choice.device());
            return new Outcome(true, false, choice.device(), choice.words());
        }
        var status = CardStatus.withoutLibraries(system, CardLibraries.platform(), probe);
        if (!status.ok() || status.card().isEmpty()) throw Problem.device(status.words(), null);
        listener.accept(new InstallEvent.Notice(status.words() + ", driver " + status.card().get().driver()));
        try (var alone = lock(directories); var http = new Http(network)) {
            boolean runtime = libraries.state() != CardLibraries.State.COMPLETE;
            if (runtime || withCuda && !libraries.haveCuda()) install(http, runtime, withCuda && !libraries.haveCuda());
        }
        meter.stage(Stage.TESTING, status.card().get().name());
        var trouble = trial.run("cuda");
        meter.stage(Stage.DONE, libraries.folder().toString());
        boolean needsCuda = trouble.filter(t -> t.contains("--with-cuda")).isPresent();
        return new Outcome(trouble.isEmpty(), needsCuda, "", trouble.orElseGet(() -> CardStatus.works(status.card().get())));
    }

    private void install(Http http, boolean runtime, boolean cuda) {
        var sources = new LibrarySources(http, network, probe.windows(), meter::on);
        var files = new ArrayList<RemoteFile>();
        if (runtime) files.add(sources.onnxRuntime());
        if (cuda) files.addAll(sources.cuda());
        var folder = downloads(directories);
        long total = files.stream().mapToLong(RemoteFile::size).sum();
        long missing = Downloader.missing(files, folder);
        var terms = new ArrayList<>(runtime ? TERMS : List.<String>of());
        if (cuda) terms.addAll(CUDA_TERMS);
        listener.accept(new InstallEvent.Found("Libraries for the graphics card", CardLibraries.VERSION, total, missing, terms));
        FreeSpace.require(Disk.folder(directories.downloads()), missing + (long) (UNPACKED * total), "The download with the unpacked libraries");
        meter.part(0, total);
        new Downloader(http, meter::on).run(files, folder, Optional.empty(), sources.page());
        unpack(files.stream().map(f -> f.in(folder)).map(LibraryArchive::new).toList());
        Disk.remove(folder);
    }

    private void unpack(List<LibraryArchive> archives) {
        long total = Math.max(1, archives.stream().mapToLong(LibraryArchive::size).sum());
        var files = new TreeMap<String, Long>();
        if (libraries.state() == CardLibraries.State.COMPLETE) files.putAll(libraries.files());
        // A running Parley keeps the libraries it has loaded; on Windows it also keeps them from being replaced.
        Disk.remove(libraries.folder().resolve(CardLibraries.LIST));
        Disk.folder(libraries.folder());
        long[] done = {0};
        for (var archive : archives) {
            archive.unpack(libraries.folder(), files, bytes -> {
                done[0] += bytes;
                meter.unpacked((double) done[0] / total);
            });
        }
        if (!files.keySet().containsAll(CardLibraries.required())) {
            throw Problem.model("The downloaded archive has no libraries of ONNX Runtime for this system. Run 'parley gpu remove', then 'parley gpu setup' again.");
        }
        CardLibraries.complete(libraries.folder(), files);
    }

    private static Path downloads(AppDirectories directories) {
        return directories.downloads().resolve("graphics-card");
    }

    private static ProcessLock lock(AppDirectories directories) {
        var file = directories.downloads().resolve("graphics-card.lock");
        try {
            Disk.folder(directories.downloads());
            return ProcessLock.alone(file).orElseThrow(() -> Problem.input("The graphics card is already being set up. Wait until that is done."));
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }
}
