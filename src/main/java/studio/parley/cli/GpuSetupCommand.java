package studio.parley.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.parley.cli.options.UserSettings;
import studio.parley.download.NetworkOptions;
import studio.parley.problem.Cancellation;
import studio.parley.studio.card.SetUpCard;
import studio.parley.studio.settings.AppDirectories;

/** Gets the libraries for the graphics card and tries it. */
@Command(name = "setup", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Download the libraries for the graphics card, and try it.",
        description = {"", "Finds an NVIDIA card and its driver, downloads the ONNX Runtime for it from Maven Central (about 640 MB), and computes a small network on it "
            + "in a process of its own. Ctrl-C pauses; the same command continues, also after a crash. On a Mac nothing is downloaded: it tries whether CoreML is faster "
            + "than the processor.", ""},
        footer = {"", "Proxies: as for 'parley models get'. PARLEY_MAVEN and PARLEY_PYPI set mirrors of Maven Central and of the Python package index."})
final class GpuSetupCommand implements Callable<Integer> {
    @Option(names = "--with-cuda", description = "Also download NVIDIA's CUDA 12 and cuDNN 9 libraries (about 1.5 GB), unless they are there. This accepts NVIDIA's licences, "
            + "docs.nvidia.com/cuda/eula and docs.nvidia.com/deeplearning/cudnn. Without it a terminal is asked.")
    boolean withCuda;

    @Option(names = "--json", description = "Print JSON, one event per line: found, progress, notice, waiting, card.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var directories = AppDirectories.ofUser();
        var settings = UserSettings.read(directories, spec.commandLine().getErr());
        var report = new InstallReport(spec.commandLine(), json);
        var worker = Thread.currentThread();
        try (var stop = Cancellation.whenWished(worker::interrupt)) {
            var job = new SetUpCard(directories, NetworkOptions.usual(), report);
            var outcome = job.run(withCuda);
            if (outcome.needsCuda() && !withCuda && isAgreed()) outcome = job.run(true);
            if (outcome.ok() && !settings.device().orElse("").equals(outcome.device())) settings.with("device", outcome.device()).write(directories.settingsFile());
            report.card(outcome.ok(), outcome.words());
            return (outcome.ok() ? ExitCode.DONE : ExitCode.DEVICE).number();
        }
    }

    private boolean isAgreed() {
        var console = System.console();
        if (json || console == null || !console.isTerminal()) return false;
        SetUpCard.CUDA_TERMS.forEach(t -> spec.commandLine().getErr().println("  " + t));
        var answer = console.readLine("Download NVIDIA's CUDA 12 and cuDNN 9 libraries (about 1.5 GB) and accept these licences? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
