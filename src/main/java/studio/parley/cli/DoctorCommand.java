package studio.parley.cli;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.parley.cli.options.UserSettings;
import studio.parley.playback.device.AudioDevices;
import studio.parley.problem.Problem;
import studio.parley.studio.Doctor;
import studio.parley.studio.settings.AppDirectories;

/** Checks everything Parley needs. */
@Command(name = "doctor", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Check this machine: Java, ONNX Runtime, graphics card, audio, models, recogniser, speaker encoder.",
        footer = {"", "Exit code 4 if no model works; a missing audio device, graphics card, recogniser or speaker encoder is only reported."})
final class DoctorCommand implements Callable<Integer> {
    /** Speech works without them. */
    private static final Set<String> REPORTED = Set.of(Doctor.CARD, Doctor.RECOGNISER, Doctor.SPEAKER_ENCODER);

    @Option(names = "--json", description = "[{\"subject\":\"…\",\"ok\":true,\"words\":\"…\"},…]")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var directories = AppDirectories.ofUser();
        var found = new ArrayList<>(new Doctor(directories, UserSettings.read(directories, spec.commandLine().getErr())).examine());
        found.add(sound());
        var out = spec.commandLine().getOut();
        if (json) out.println(Json.of(found));
        else for (var f : found) out.printf("%-4s %-16s %s%n", f.ok() ? "ok" : "!!", f.subject(), f.words());
        return (found.stream().allMatch(f -> f.ok() || REPORTED.contains(f.subject())) ? ExitCode.DONE : ExitCode.MODEL).number();
    }

    private static Doctor.Finding sound() {
        try (var _ = AudioDevices.defaultOutput(24_000)) {
            return new Doctor.Finding("Sound", true, "the audio device works");
        } catch (Problem none) {
            return new Doctor.Finding("Sound", true, String.valueOf(none.getMessage()));
        }
    }
}
