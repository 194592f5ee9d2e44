package studio.parley.studio.export;

import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import studio.parley.problem.Problem;

/**
 * What an export writes.
 *
 * @param name for people
 * @param parts which files
 * @param format of mix and stems; clips are always WAV, float
 * @param rate of mix and stems in frames a second
 * @param lufs the integrated loudness the mix is brought to; empty: as it is, only kept below full scale
 * @param peakDb the highest true peak allowed, in dBTP
 * @param template for clip names, see {@link FileNames}
 */
public record ExportPreset(String name, Set<Part> parts, AudioFormat format, int rate, OptionalDouble lufs, double peakDb, String template) {
    /** A kind of file. */
    public enum Part { MIX, STEMS, CLIPS, WEBVTT, SRT, CSV, LABELS, REAPER, DAWPROJECT, CUE_SHEET, CHAPTERS }

    public static final ExportPreset MIX = new ExportPreset("mix", EnumSet.of(Part.MIX), AudioFormat.WAV_24, 48000, OptionalDouble.empty(), -1, FileNames.TEMPLATE);
    public static final ExportPreset STEMS = MIX.named("stems", EnumSet.of(Part.STEMS));
    public static final ExportPreset HANDOFF = MIX.named("handoff", EnumSet.allOf(Part.class));

    public ExportPreset {
        parts = Set.copyOf(parts);
        if (!AudioFormat.RATES.contains(rate)) throw new IllegalArgumentException("rate " + rate);
        if (!(peakDb <= 0)) throw new IllegalArgumentException("peak " + peakDb);
    }

    public ExportPreset named(String other, Set<Part> files) {
        return new ExportPreset(other, files, format, rate, lufs, peakDb, template);
    }

    public ExportPreset in(AudioFormat other, int frames) {
        return new ExportPreset(name, parts, other, frames, lufs, peakDb, template);
    }

    public ExportPreset at(OptionalDouble loudness) {
        return new ExportPreset(name, parts, format, rate, loudness, peakDb, template);
    }

    /** One of those that come with Parley. */
    public static ExportPreset of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mix" -> MIX;
            case "stems" -> STEMS;
            case "handoff" -> HANDOFF;
            default -> throw Problem.input("There is no export preset '" + name + "'; use mix, stems or handoff.");
        };
    }
}
