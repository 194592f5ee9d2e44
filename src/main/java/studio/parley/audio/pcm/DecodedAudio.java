package studio.parley.audio.pcm;

import java.util.List;

/**
 * The content of an audio file.
 *
 * @param pcm the samples, with the file's own rate and channels
 * @param format for people, for instance "WAV, 16-bit, 44100 Hz, stereo"
 * @param notices sentences about problems of a file that could still be read; empty if there were none
 */
public record DecodedAudio(Pcm pcm, String format, List<String> notices) {
    public DecodedAudio {
        notices = List.copyOf(notices);
    }

    /** The first words of a notice. */
    public static String damaged(String name, int places) {
        return name + " is damaged in " + places + (places == 1 ? " place" : " places");
    }

    public static String describe(String kind, Pcm pcm) {
        var channels = switch (pcm.channels()) {
            case 1 -> "mono";
            case 2 -> "stereo";
            default -> pcm.channels() + " channels";
        };
        return kind + ", " + pcm.rate() + " Hz, " + channels;
    }
}
