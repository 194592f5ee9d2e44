package studio.parley.studio;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.studio.card.CardStatus;
import studio.parley.studio.card.CardTrial;
import studio.parley.studio.likeness.VoiceReader;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;
import studio.parley.studio.transcription.RecogniserStore;
import studio.parley.studio.transcription.TranscribeAudio;

/** Checks everything Parley needs on this machine. */
public record Doctor(AppDirectories directories, Settings settings) {
    /** What is only reported: speech works without it. */
    public static final String CARD = "Graphics card";

    /** Likewise. */
    public static final String RECOGNISER = "Recogniser";

    /** Likewise. */
    public static final String SPEAKER_ENCODER = "Speaker encoder";

    /** The result of one check. If {@code ok} is false, something needs fixing; {@code words} says what and how. */
    public record Finding(String subject, boolean ok, String words) {}

    public List<Finding> examine() {
        var found = new ArrayList<Finding>();
        found.add(new Finding("Java", true, System.getProperty("java.vm.name") + " " + System.getProperty("java.version")
                + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        found.add(memory());
        runtime(found);
        directories(found);
        models(found);
        found.add(recogniser());
        found.add(speakerEncoder());
        return found;
    }

    private static Finding memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double total = system.getTotalMemorySize() / 1e9;
        double free = system.getFreeMemorySize() / 1e9;
        var words = String.format(Locale.ROOT, "%.1f GB, %.1f GB free; Java may use %.1f GB; %d processors", total, free,
                java.lang.Runtime.getRuntime().maxMemory() / 1e9, java.lang.Runtime.getRuntime().availableProcessors());
        return new Finding("Memory", true, words);
    }

    private void runtime(List<Finding> found) {
        try {
            var options = RuntimeOptions.of(LoadedModel.preference(settings.device().orElse("auto")));
            var runtime = OrtRuntime.open(settings.natives().map(options::withNatives).orElse(options));
            found.add(new Finding("ONNX Runtime", true, runtime.version() + ", " + runtime.threads() + " threads, " + runtime.device().name().toLowerCase(Locale.ROOT)));
        } catch (Problem p) {
            found.add(new Finding("ONNX Runtime", false, String.valueOf(p.getMessage())));
        }
        found.add(card());
    }

    /** Tried in a process of its own: a defective driver must not end this one. */
    private Finding card() {
        try {
            var status = CardStatus.of(directories, CardTrial::inOwnProcess);
            boolean missed = status.card().isEmpty() && settings.device().filter("cuda"::equals).isPresent();
            return new Finding(CARD, status.ok() && !missed, status.words() + (missed ? " The settings choose the graphics card: choose another compute device there." : ""));
        } catch (Problem p) {
            return new Finding(CARD, false, String.valueOf(p.getMessage()));
        }
    }

    private void directories(List<Finding> found) {
        found.add(new Finding("Settings", true, directories.settingsFile() + (Files.exists(directories.settingsFile()) ? "" : " (none yet)")));
        var key = Files.exists(directories.keyFile());
        found.add(new Finding("Watermark key", true, directories.keyFile() + (key ? "" : " (created at first use)")));
        found.add(new Finding("Reference cache", true, directories.references().toString()));
    }

    private Finding recogniser() {
        try {
            var words = new RecogniserStore(directories).bundled().map(folder -> TranscribeAudio.describe(folder, directories))
                    .orElse("none: clips and takes are not heard. Install Parley again to get it.");
            return new Finding(RECOGNISER, true, words + (settings.ears() ? "" : "; switched off in the settings"));
        } catch (Problem p) {
            return new Finding(RECOGNISER, false, String.valueOf(p.getMessage()));
        }
    }

    private Finding speakerEncoder() {
        try {
            return new Finding(SPEAKER_ENCODER, true, VoiceReader.describe(directories).orElse("none: voices are not told apart. Install Parley again to get it."));
        } catch (Problem p) {
            return new Finding(SPEAKER_ENCODER, false, String.valueOf(p.getMessage()));
        }
    }

    private void models(List<Finding> found) {
        var store = new ModelStore(directories, settings);
        var models = store.list();
        for (var m : models) {
            found.add(new Finding("Model", m.trouble().isEmpty(), m.trouble()
                    .orElse(m.name() + " (" + m.precision() + ") in " + m.folder())));
        }
        try {
            found.add(new Finding("Model in use", true, store.find(Optional.empty()).toString()));
        } catch (Problem p) {
            found.add(new Finding("Model in use", false, String.valueOf(p.getMessage())));
        }
    }
}
