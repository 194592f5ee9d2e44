package studio.parley.playback;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** Java Sound's mixers, with everything that goes wrong there turned into "none". */
final class JavaSoundMixers {
    /** An open line and how it was opened. */
    record Open<L extends DataLine>(L line, OutputFormat format) {}

    private interface Opening<L> {
        void open(L line, OutputFormat format) throws LineUnavailableException;
    }

    private JavaSoundMixers() {}

    /** Names of the mixers with lines of this kind, in the system's order. */
    static List<String> names(Class<? extends DataLine> kind) {
        return mixers().stream().filter(m -> has(m, kind)).map(JavaSoundMixers::name).distinct().toList();
    }

    static Optional<Mixer.Info> mixer(String name, Class<? extends DataLine> kind) {
        return mixers().stream().filter(m -> name(m).equals(name) && has(m, kind)).findFirst();
    }

    private static String name(Mixer.Info mixer) {
        return mixer.getName().strip();
    }

    private static List<Mixer.Info> mixers() {
        try {
            return Arrays.asList(AudioSystem.getMixerInfo());
        } catch (RuntimeException | LinkageError e) {
            return List.of();
        }
    }

    private static boolean has(Mixer.Info mixer, Class<? extends DataLine> kind) {
        try {
            return AudioSystem.getMixer(mixer).isLineSupported(new Line.Info(kind));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** A line of this mixer (null: the system's choice) in the first format that it takes, with a buffer of so many seconds. */
    static Optional<Open<SourceDataLine>> source(Mixer.@Nullable Info mixer, List<OutputFormat> formats, double seconds) {
        return open(SourceDataLine.class, mixer, formats, (line, f) -> line.open(f.format(), bytes(f, seconds)));
    }

    /** The same for recording. */
    static Optional<Open<TargetDataLine>> target(Mixer.@Nullable Info mixer, List<OutputFormat> formats, double seconds) {
        return open(TargetDataLine.class, mixer, formats, (line, f) -> line.open(f.format(), bytes(f, seconds)));
    }

    private static int bytes(OutputFormat format, double seconds) {
        return (int) (format.rate() * seconds) * format.frameBytes();
    }

    private static <L extends DataLine> Optional<Open<L>> open(Class<L> kind, Mixer.@Nullable Info mixer, List<OutputFormat> formats,
            Opening<L> opening) {
        for (var format : formats) {
            try {
                var info = new DataLine.Info(kind, format.format());
                var line = kind.cast(mixer == null ? AudioSystem.getLine(info) : AudioSystem.getMixer(mixer).getLine(info));
                opening.open(line, format);
                return Optional.of(new Open<>(line, format));
            } catch (LineUnavailableException | RuntimeException | LinkageError e) {
                // Not in this format, or not at all (IllegalArgumentException without a sound card): the next one is tried.
            }
        }
        return Optional.empty();
    }
}
