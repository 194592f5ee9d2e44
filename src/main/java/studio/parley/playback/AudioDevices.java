package studio.parley.playback;

import java.util.List;
import java.util.Optional;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The sound devices of this machine, asked anew each time. Never fails: a machine without sound has none. May take 0.1 s. */
public final class AudioDevices {
    private static final String NONE = "No audio device was found, so playback is silent. Connect one and press play again.";

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
     * Opens the device of this name, or the system's default one. A device that is gone gives way to the default one, and no
     * device at all to a {@link NullAudioOut} that moves the playhead; both with a notice, and the next start tries again.
     */
    public static AudioOutFactory opener(Optional<String> name) {
        return rate -> name.isPresent() ? named(name.get(), rate) : standard(rate).orElseGet(() -> silent(rate));
    }

    private static AudioOutFactory.Opened named(String name, int rate) {
        var out = JavaSoundMixers.mixer(name, SourceDataLine.class).flatMap(m -> JavaSoundMixers.source(m, OutputFormat.playing(rate), SourceDataLineOut.QUEUE_SECONDS));
        if (out.isPresent()) return new AudioOutFactory.Opened(new SourceDataLineOut(out.get().line(), out.get().format(), name, rate));
        return standard(rate).map(o -> new AudioOutFactory.Opened(o.out(), Optional.of(
                "The audio device “" + name + "” is not available, so the default device is used. "
                + "Connect it and press play again, or choose another one in the settings."))).orElseGet(() -> silent(rate));
    }

    private static Optional<AudioOutFactory.Opened> standard(int rate) {
        return JavaSoundMixers.source(null, OutputFormat.playing(rate), SourceDataLineOut.QUEUE_SECONDS)
                .map(open -> new AudioOutFactory.Opened(new SourceDataLineOut(open.line(), open.format(), "the default device", rate)));
    }

    private static AudioOutFactory.Opened silent(int rate) {
        return new AudioOutFactory.Opened(new NullAudioOut(rate), Optional.of(NONE));
    }
}
