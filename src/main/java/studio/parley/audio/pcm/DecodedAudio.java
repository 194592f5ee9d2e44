package studio.parley.audio.pcm;

import java.util.List;

/**
 * What was found in an audio file.
 *
 * @param pcm     the samples, at the file's own rate and with its own channels
 * @param format  in words, for instance "WAV, 16-bit, 44100 Hz, stereo"
 * @param notices sentences about what was wrong with the file although it could be read; empty when all was well
 */
public record DecodedAudio(Pcm pcm, String format, List<String> notices) {
    public DecodedAudio {
        notices = List.copyOf(notices);
    }

    /** The beginning of a notice. */
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
