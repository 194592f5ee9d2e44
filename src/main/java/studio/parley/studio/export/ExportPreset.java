package studio.parley.studio.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.settings.ExportPresets;

/**
 * What an export writes.
 *
 * @param name for people
 * @param parts which files
 * @param format of mix and stems; clips are WAV with the same bit depth (16 with MP3 and Opus)
 * @param rate of mix and stems in frames per second
 * @param channels of mix and stems: 1, or 2 for stereo with each speaker panned as on their track
 * @param target the loudness of the mix; stems get the same gain, so that together they are the mix
 * @param mayLimit whether peaks may be limited if gain alone misses the target; if not, the mix stays quieter
 * @param template for clip names, see {@link FileNames}
 */
public record ExportPreset(String name, Set<Part> parts, AudioFormat format, int rate, int channels, LoudnessTarget target,
        boolean mayLimit,
                           String template) {
    /** A kind of file. */
    public enum Part { MIX, STEMS, CLIPS, WEBVTT, SRT, CSV, LABELS, REAPER, DAWPROJECT, CUE_SHEET, CHAPTERS, LOUDNESS, WORDS }

    public static final ExportPreset MIX = new ExportPreset("mix", EnumSet.of(Part.MIX), AudioFormat.WAV_16, 48000, 1,
            LoudnessTarget.AS_IS, true, FileNames.TEMPLATE);
    public static final ExportPreset STEMS = MIX.named("stems", EnumSet.of(Part.STEMS));
    public static final ExportPreset HANDOFF = MIX.named("handoff", EnumSet.allOf(Part.class));
    /** For podcast hosts: stereo MP3 at -16 LUFS, with chapters and a transcript. */
    public static final ExportPreset PODCAST = MIX.named("podcast", EnumSet.of(Part.MIX, Part.WEBVTT, Part.CHAPTERS))
            .in(AudioFormat.MP3, 44100).stereo(true).at(LoudnessTarget.PODCAST_STEREO);
    /** EBU R 128, 24 bits, with subtitles. */
    public static final ExportPreset BROADCAST = MIX.named("broadcast", EnumSet.of(Part.MIX, Part.SRT, Part.LOUDNESS))
            .in(AudioFormat.WAV_24, 48000).stereo(true)
            .at(LoudnessTarget.BROADCAST);
    /** Audible's rules for audiobooks: MP3, 44.1 kHz, 192 kbit/s. */
    public static final ExportPreset ACX = MIX.named("acx", EnumSet.of(Part.MIX, Part.LOUDNESS)).in(AudioFormat.MP3, 44100)
            .at(LoudnessTarget.ACX);

    /** The built-in presets. */
    public static final List<ExportPreset> ALL = List.of(MIX, STEMS, HANDOFF, PODCAST, BROADCAST, ACX);

    public ExportPreset {
        parts = Set.copyOf(parts);
        if (!AudioFormat.RATES.contains(rate)) throw new IllegalArgumentException("rate " + rate);
        if (channels < 1 || channels > 2) throw new IllegalArgumentException(channels + " channels");
    }

    public ExportPreset named(String other, Set<Part> files) {
        return new ExportPreset(other, files, format, rate, channels, target, mayLimit, template);
    }

    /** With another kind of file. */
    public ExportPreset and(Part part) {
        var more = EnumSet.of(part);
        more.addAll(parts);
        return named(name, more);
    }

    public ExportPreset in(AudioFormat other, int frames) {
        return new ExportPreset(name, parts, other, frames, channels, target, mayLimit, template);
    }

    public ExportPreset stereo(boolean wanted) {
        return new ExportPreset(name, parts, format, rate, wanted ? 2 : 1, target, mayLimit, template);
    }

    public ExportPreset at(LoudnessTarget other) {
        return new ExportPreset(name, parts, format, rate, channels, other, mayLimit, template);
    }

    public ExportPreset withTemplate(String other) {
        return new ExportPreset(name, parts, format, rate, channels, target, mayLimit, other);
    }

    /** A built-in preset; see {@link ExportPresets} for a user's own. */
    public static ExportPreset of(String name) {
        return ALL.stream().filter(p -> p.name.equals(name.toLowerCase(Locale.ROOT))).findFirst().orElseThrow(() -> Problem.input(
                "There is no export preset '" + name + "'. Use " + ALL.stream().map(ExportPreset::name).collect(Collectors.joining(", "))
                        + "."));
    }
}
