package studio.parley.studio;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.onnx.Device;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** Checks everything Parley needs on this machine. */
public record Doctor(AppDirectories directories, Settings settings) {
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
            var natives = settings.natives();
            var options = RuntimeOptions.of(DevicePreference.CUDA);
            var runtime = OrtRuntime.open(natives.map(options::withNatives).orElse(options));
            found.add(new Finding("ONNX Runtime", true, runtime.version() + ", " + runtime.threads() + " threads"));
            boolean card = runtime.device() == Device.CUDA;
            found.add(new Finding("Graphics card", true, card ? "CUDA works" : runtime.fallback().orElse("")));
        } catch (Problem p) {
            found.add(new Finding("ONNX Runtime", false, String.valueOf(p.getMessage())));
        }
    }

    private void directories(List<Finding> found) {
        found.add(new Finding("Settings", true, directories.settingsFile() + (Files.exists(directories.settingsFile()) ? "" : " (none yet)")));
        var key = Files.exists(directories.keyFile());
        found.add(new Finding("Watermark key", true, directories.keyFile() + (key ? "" : " (created at first use)")));
        found.add(new Finding("Reference cache", true, directories.references().toString()));
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
