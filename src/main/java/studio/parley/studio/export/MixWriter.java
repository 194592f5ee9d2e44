package studio.parley.studio.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.LoudnessReport.Row;

/** Writes mix and stems with the same mastering, and measures what it writes. */
final class MixWriter {
    private final Document document;
    private final Arrangement arrangement;
    private final ClipCache sounds;
    private final ExportPreset preset;
    private final int rate;
    /** Receives the progress of each pass; may throw to stop. */
    private final DoubleConsumer progress;
    private final AudioTags tags;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private MasteringSettings finish = MasteringSettings.NONE;

    MixWriter(Document document, Arrangement arrangement, List<AudioTags.Chapter> chapters, ClipCache sounds, ExportPreset preset,
            DoubleConsumer progress) {
        this.document = document;
        this.arrangement = arrangement;
        this.tags = new AudioTags(document.conversation().title(), document.settings().author(), chapters);
        this.sounds = sounds;
        this.preset = preset;
        this.rate = preset.format().rate(preset.rate());
        this.progress = progress;
    }

    List<Row> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }

    /** Determines the gain; before any file is written. */
    void level() {
        var leveller = new LoudnessNormalizer(preset.target(), preset.mayLimit(), preset.format().overshootDb(), f -> {
            var meter = new OutputMeter(rate, preset.channels());
            var mix = feed(arrangement);
            f.stream(mix, mix, pcm -> {
                progress.accept(mix.share());
                meter.add(pcm);
            });
            return meter.finish();
        });
        finish = leveller.find();
        notes.addAll(leveller.notes());
    }

    /** The mix. */
    Path mix(Path file) {
        write(arrangement, file);
        if (preset.target().equals(LoudnessTarget.ACX)) acx(rows.getLast());
        return file;
    }

    /** One file for each audible speaker, each as long as the mix; together they are the mix. */
    List<Path> stems(Path folder) {
        var files = new ArrayList<Path>();
        stemFiles().forEach((speaker, name) -> {
            write(own(speaker), folder.resolve(name));
            files.add(folder.resolve(name));
        });
        return files;
    }

    /** The names of those files. */
    Map<Speaker, String> stemFiles() {
        var title = FileNames.safe(document.conversation().title());
        var used = new HashSet<String>();
        var files = new LinkedHashMap<Speaker, String>();
        for (var speaker : document.conversation().speakers()) {
            if (own(speaker).parts().isEmpty()) continue;
            files.put(speaker, FileNames.unique(title + "_" + FileNames.safe(speaker.name()), used) + "." + preset.format().ending());
        }
        return files;
    }

    private Arrangement own(Speaker speaker) {
        return arrangement.only(p -> p.speaker().equals(speaker) && p.audible());
    }

    private void write(Arrangement what, Path file) {
        var meter = new OutputMeter(rate, preset.channels());
        double lowest;
        try (var encoder = preset.format().open(file, rate, preset.channels(), tags)) {
            var feed = feed(what);
            var mix = what == arrangement ? feed : feed(arrangement);
            lowest = finish.stream(feed, mix, pcm -> {
                progress.accept(feed.share());
                meter.add(pcm);
                encoder.write(pcm);
            });
            encoder.commit();
        }
        var m = meter.finish();
        rows.add(new Row(file.getFileName().toString(), preset.channels(), m.seconds(), m.loudness(), m.rmsDb(), m.noiseDb(),
                LevelStats.decibels(finish.gain()),
                Math.max(0, -LevelStats.decibels(lowest))));
    }

    private MixReader feed(Arrangement what) {
        return new MixReader(what, sounds, rate, preset.channels());
    }

    /** Reports what Audible would reject. */
    private void acx(Row mix) {
        Optional<String> level = mix.rmsDb() < -23 || mix.rmsDb() > -18
                ? Optional.of("ACX requires an RMS between -23 and -18 dB; this file has " + db(mix.rmsDb()) + ".") : Optional.empty();
        Optional<String> noise = mix.noiseDb() > -60 ? Optional.of("ACX requires a noise floor of -60 dB or less; this file has "
                + db(mix.noiseDb())
                + ". Use cleaner reference clips, or trim the noise.") : Optional.empty();
        level.ifPresent(notes::add);
        noise.ifPresent(notes::add);
    }

    private static String db(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f dB", value);
    }
}
