package studio.parley.studio.export;

import java.util.List;
import java.util.Locale;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.pcm.TimeFormat;

/**
 * Loudness of the files of an export, as text and as a table.
 *
 * @param target of the mix
 */
public record LoudnessReport(LoudnessTarget target, List<Row> rows) {
    /**
     * One file.
     *
     * @param rmsDb of the whole, dB relative to full scale
     * @param noiseDb RMS of its quietest half second; -infinity for digital silence
     * @param gainDb applied to the mix, before any limiting
     * @param limitedDb maximum reduction by the limiter, 0 or more
     */
    public record Row(String file, int channels, double seconds, Loudness loudness, double rmsDb, double noiseDb, double gainDb,
            double limitedDb) {}

    public LoudnessReport {
        rows = List.copyOf(rows);
    }

    /** A table with a header; decibels with two decimals. */
    public String csv() {
        var out = new StringBuilder("file,channels,seconds,integrated_lufs,range_lu,short_term_max_lufs,momentary_max_lufs,true_peak_dbtp,rms_db,noise_floor_db,gain_db,limited_db\r\n");
        for (var r : rows) {
            var l = r.loudness();
            out.append('"').append(r.file().replace("\"", "\"\"")).append("\",").append(r.channels()).append(',')
                    .append(Subtitles.seconds(r.seconds(), 3));
            for (double v : new double[] {l.integrated(), l.range(), l.shortTerm(), l.momentary(), l.truePeakDb(), r.rmsDb(), r.noiseDb(),
                    r.gainDb(), r.limitedDb()}) {
                out.append(',').append(number(v, 2));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    /** For people. */
    public String text(List<String> notes) {
        var out = new StringBuilder("Loudness (ITU-R BS.1770-4, EBU R 128)\n\n");
        for (var r : rows) {
            var l = r.loudness();
            out.append(r.file()).append("\n    integrated ").append(number(l.integrated(), 1)).append(" LUFS, range ")
                    .append(number(l.range(), 1))
                    .append(" LU, true peak ").append(number(l.truePeakDb(), 1)).append(" dBTP\n    RMS ").append(number(r.rmsDb(), 1))
                    .append(" dB, noise floor ").append(number(r.noiseDb(), 1)).append(" dB, ")
                            .append(r.channels() == 1 ? "mono" : "stereo").append(", ")
                    .append(TimeFormat.stamp(Math.round(r.seconds() * 1000), '.')).append('\n');
        }
        if (!notes.isEmpty()) out.append('\n');
        for (var note : notes) out.append(note).append('\n');
        return out.toString();
    }

    private static String number(double value, int decimals) {
        return Double.isInfinite(value) ? "-inf" : String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
    }
}
