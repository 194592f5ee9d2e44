package studio.parley.playback.device;

import java.util.Optional;
import javax.sound.sampled.TargetDataLine;
import studio.parley.problem.Problem;

/** A microphone through Java Sound at the best rate it offers, 16 bit; several channels are mixed down. */
final class MicrophoneIn implements AudioIn {
    private static final double BUFFER_SECONDS = 0.5;

    private final TargetDataLine line;
    private final Pcm16Format format;
    private final String name;
    private byte[] bytes = new byte[0];
    private volatile boolean closed;

    MicrophoneIn(TargetDataLine line, Pcm16Format format, String name) {
        this.line = line;
        this.format = format;
        this.name = name;
        line.start();
    }

    /** This one, or the system default; a Problem of kind DEVICE if it is not available. */
    static MicrophoneIn open(Optional<String> wanted) {
        var line = JavaSoundMixers.input(wanted, Pcm16Format.recording(), BUFFER_SECONDS).orElseThrow(() -> Problem.device(wanted
                .map(name -> "The microphone “" + name + "” is not available. Connect it or choose another one, and press record again.")
                .orElse("No microphone is available. Connect one, allow Parley to use it in the system's privacy settings, and press record again."), null));
        return new MicrophoneIn(line.line(), line.format(), wanted.orElse("the default microphone"));
    }

    @Override
    public int rate() {
        return format.rate();
    }

    @Override
    public int read(float[] into) {
        int size = into.length * format.frameBytes();
        if (bytes.length != size) bytes = new byte[size];
        int count = line.read(bytes, 0, size);
        if (count > 0) return format.mono(bytes, count, into);
        if (closed) return -1;
        throw Problem.device("The microphone “" + name + "” no longer answers. The recording so far is kept. "
                + "Connect it again to record more.", null);
    }

    @Override
    public void close() {
        closed = true;
        line.stop();
        line.flush();
        line.close();
    }
}
