package studio.parley.cli.options;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.LoudnessTarget;

/** Settings that differ from the preset. */
public final class ExportOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "Format of mix and stems: wav16, wav24, wavfloat, flac16, flac24, mp3, opus. "
            + "Clips are WAV with the same bit depth, or 16 bits with mp3 and opus.")
    @Nullable String format;

    @Option(names = "--rate", paramLabel = "HZ", description = "Sample rate: 24000, 44100 or 48000 Hz. Opus is always 48000 Hz.")
    @Nullable Integer rate;

    @Option(names = "--loudness", paramLabel = "TARGET",
            description = "Loudness: as-is, stereo-16, mono-19, streaming-14, broadcast-23, acx, or a number in LUFS such as -18.")
    @Nullable String loudness;

    @Option(names = "--stereo", description = "Two channels, with each speaker panned as in the project.")
    boolean stereo;

    @Option(names = "--names", paramLabel = "TEMPLATE", description = "Names of clips, such as ###_speaker_words. Placeholders: ### (line number), speaker, words, take, title.")
    @Nullable String names;

    @Option(names = "--words", description = "Also write when each word is spoken: subtitles (_words.vtt, _words.ass), JSON and CSV. Takes that have not been heard are heard first.")
    boolean words;

    public ExportPreset over(ExportPreset preset) {
        var chosen = preset.in(format == null ? preset.format() : format(format), rate == null ? preset.rate() : rate(rate));
        if (loudness != null) chosen = chosen.at(target(loudness));
        if (words) chosen = chosen.and(ExportPreset.Part.WORDS);
        if (stereo) chosen = chosen.stereo(true);
        return names == null ? chosen : chosen.withTemplate(names);
    }

    private static AudioFormat format(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
            case "wav", "wav16" -> AudioFormat.WAV_16;
            case "wav24" -> AudioFormat.WAV_24;
            case "wavfloat", "wav32" -> AudioFormat.WAV_FLOAT;
            case "flac", "flac16" -> AudioFormat.FLAC_16;
            case "flac24" -> AudioFormat.FLAC_24;
            case "mp3" -> AudioFormat.MP3;
            case "opus" -> AudioFormat.OPUS;
            default -> throw Problem.input("There is no format '" + name + "'. Use wav16, wav24, wavfloat, flac16, flac24, mp3 or opus.");
        };
    }

    private static int rate(int wanted) {
        if (!AudioFormat.RATES.contains(wanted)) throw Problem.input("--rate " + wanted + " is not supported. Use 24000, 44100 or 48000.");
        return wanted;
    }

    private static LoudnessTarget target(String name) {
        var known = LoudnessTarget.of(name);
        if (known.isPresent()) return known.get();
        try {
            double lufs = Double.parseDouble(name);
            if (lufs >= -70 && lufs <= 0) return LoudnessTarget.lufs(lufs, -1);
        } catch (NumberFormatException e) {
            // Neither a name nor a number: reported below.
        }
        throw Problem.input("There is no loudness target '" + name + "'. Use as-is, stereo-16, mono-19, streaming-14, broadcast-23, acx or a "
                + "number of LUFS between -70 and 0.");
    }
}
