package studio.parley.playback.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** Java Sound's mixers, with all errors treated as "not available". */
final class JavaSoundMixers {
    /** An open line and how it was opened. */
    record Open<L extends DataLine>(L line, Pcm16Format format) {}

    private interface Opening<L> {
        void open(L line, Pcm16Format format) throws LineUnavailableException;
    }

    private JavaSoundMixers() {}

    /** Names of the mixers with lines of this kind, in the system's order. */
    static List<String> names(Class<? extends DataLine> kind) {
        return mixers(kind).map(JavaSoundMixers::name).distinct().toList();
    }

    private static String name(Mixer.Info mixer) {
        return mixer.getName().strip();
    }

    private static Stream<Mixer.Info> mixers(Class<? extends DataLine> kind) {
        try {
            return Stream.of(AudioSystem.getMixerInfo()).filter(m -> has(m, kind));
        } catch (RuntimeException | LinkageError e) {
            return Stream.empty();
        }
    }

    private static boolean has(Mixer.Info mixer, Class<? extends DataLine> kind) {
        try {
            return AudioSystem.getMixer(mixer).isLineSupported(new Line.Info(kind));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** A line of this mixer (or the system default) in the first format that it accepts, with a buffer of so many seconds. */
    static Optional<Open<SourceDataLine>> output(Optional<String> name, List<Pcm16Format> formats, double seconds) {
        return open(SourceDataLine.class, name, formats, (line, f) -> line.open(f.format(), f.bytes(seconds)));
    }

    /** The same for recording. */
    static Optional<Open<TargetDataLine>> input(Optional<String> name, List<Pcm16Format> formats, double seconds) {
        return open(TargetDataLine.class, name, formats, (line, f) -> line.open(f.format(), f.bytes(seconds)));
    }

    private static <L extends DataLine> Optional<Open<L>> open(Class<L> kind, Optional<String> name, List<Pcm16Format> formats, Opening<L> opening) {
        var mixer = name.flatMap(n -> mixers(kind).filter(m -> name(m).equals(n)).findFirst());
        if (name.isPresent() && mixer.isEmpty()) return Optional.empty();
        for (var format : formats) {
            try {
                var info = new DataLine.Info(kind, format.format());
                var line = kind.cast(mixer.isPresent() ? AudioSystem.getMixer(mixer.get()).getLine(info) : AudioSystem.getLine(info));
                opening.open(line, format);
                return Optional.of(new Open<>(line, format));
            } catch (LineUnavailableException | RuntimeException | LinkageError e) {
                // Not in this format, or not at all (IllegalArgumentException without an audio device): the next one is tried.
            }
        }
        return Optional.empty();
    }
}
