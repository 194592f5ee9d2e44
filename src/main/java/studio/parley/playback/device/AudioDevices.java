package studio.parley.playback.device;

import java.util.List;
import java.util.Optional;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import studio.parley.problem.Problem;

/** The audio devices of this machine, queried each time. There may be none. May take 0.2 s. */
public final class AudioDevices {
    private AudioDevices() {}

    /** Names of the devices that can play. */
    public static List<String> outputs() {
        return JavaSoundMixers.names(SourceDataLine.class);
    }

    /** Names of the devices that can record. */
    public static List<String> inputs() {
        return JavaSoundMixers.names(TargetDataLine.class);
    }

    /**
     * Opens the device of this name, or the system's default one. A missing device is replaced by the default one, and if there is none by
     * a {@link NullAudioOut} that moves the playhead; both with a notice, and the next start tries again.
     */
    public static AudioOutFactory factory(Optional<String> name) {
        return rate -> output(name, rate).map(AudioOutFactory.Opened::new).orElseGet(() -> substitute(name, rate));
    }

    /** Opens the system's default device; a Problem of kind DEVICE if there is none. */
    public static AudioOut defaultOutput(int rate) {
        return output(Optional.empty(), rate).orElseThrow(() -> Problem.device("No audio device is available, so audio is only written to files.", null));
    }

    /** Opens the microphone of this name, or the system's default one; a Problem of kind DEVICE says what to do if it is not available. */
    public static AudioIn microphone(Optional<String> name) {
        return MicrophoneIn.open(name);
    }

    private static Optional<AudioOut> output(Optional<String> name, int rate) {
        return JavaSoundMixers.output(name, Pcm16Format.playing(rate), SourceDataLineOut.QUEUE_SECONDS)
                .map(open -> new SourceDataLineOut(open.line(), open.format(), name.orElse("the default device"), rate));
    }

    private static AudioOutFactory.Opened substitute(Optional<String> name, int rate) {
        return name.flatMap(n -> output(Optional.empty(), rate).map(out -> new AudioOutFactory.Opened(out, Optional.of(
                "The audio device “" + n + "” is not available, so the default device is used. "
                + "Connect it and press play again, or choose another one in the settings."))))
                .orElseGet(() -> new AudioOutFactory.Opened(new NullAudioOut(rate), Optional.of(
                        "No audio device was found, so playback is silent. Connect one and press play again.")));
    }
}
