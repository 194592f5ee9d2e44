package studio.parley.studio.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.dialogue.Take;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.FileBatch;
import studio.parley.io.IoProblem;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;

/**
 * Writes a document's audio and texts to a folder. Only lines with takes are written, a missing clip is silence: the caller shows what is not
 * ready before. Existing files of the same name are replaced; if the export fails or is cancelled, the folder is left as it was. Runs on the
 * caller's thread.
 */
public final class Export {
    /** The default rate of clips if there is no take. */
    private static final int USUAL_RATE = 24000;

    private static final List<String> TEXTS = List.of(".vtt", ".srt", ".csv", "_labels.txt", ".lof", ".RPP", "_cues.csv", "_chapters.json",
            "_loudness.csv", "_loudness.txt", ".dawproject", "_words.vtt", "_words.ass", "_words.json", "_words.csv");

    private static final String NO_CHAPTERS = "No chapters were written, because there is no marker within the audio. Add a marker in the timeline where each chapter begins, then "
            + "export again.";
    private static final String NO_LOUDNESS = "No loudness report was written, because it measures the mix and the stems. Choose one of them as well.";

    private static final String NO_WORDS = "No times of words were written, because they are found with the recogniser, which is switched off or not installed.";

    private final Document document;
    private final ClipStore clipStore;
    private final ExportPreset preset;
    private final Path folder;
    private final Arrangement arrangement;
    private final Map<String, String> names;
    private final String title;
    private final ClipCache clips;
    private final WordSource words;
    private final List<AudioTags.Chapter> chapters;
    private final MixWriter sounds;
    private final MultiPassProgress steps;
    private final List<Path> written = new ArrayList<>();
    /** Lines in which no words were heard. */
    private int untimed;

    public Export(Document document, ClipStore clipStore, ExportPreset preset, Path folder) {
        this(document, clipStore, preset, folder, WordSource.NONE, share -> { });
    }

    /**
     * The same with the times of words, and progress.
     *
     * @param words {@link WordSource#NONE} if nothing knows them
     * @param progress from 0 to 1, seldom exact
     */
    public Export(Document document, ClipStore clipStore, ExportPreset preset, Path folder, WordSource words, DoubleConsumer progress) {
        this.document = document;
        this.clipStore = clipStore;
        this.preset = preset;
        this.words = words;
        this.folder = folder;
        this.arrangement = Arrangement.of(document, rate(document)).only(p -> clipStore.isWhole(p.take().clip()));
        this.names = FileNames.of(preset.template(), document.conversation().title(), arrangement.parts());
        this.title = FileNames.safe(document.conversation().title());
        this.steps = new MultiPassProgress(passes(), progress);
        this.clips = ClipCache.of(clipStore);
        this.chapters = Chapters.of(document, arrangement);
        this.sounds = new MixWriter(document, arrangement, chapters, clips, preset, share -> {
            Cancellation.stopIfWished();
            steps.within(share);
        });
    }

    /** The rate a document is rendered at: that of its first take. */
    public static int rate(Document document) {
        return document.lines().stream().flatMap(l -> l.sounding().stream()).mapToInt(Take::rate).findFirst().orElse(USUAL_RATE);
    }

    /**
     * Writes everything that the preset asks for.
     *
     * @return the files, their loudness, and notes about them
     * @throws CancellationException if {@link Cancellation} requests it; then nothing is written
     */
    public Outcome outcome() {
        return FileBatch.write(this::write);
    }

    private Outcome write() {
        boolean sounding = wants(ExportPreset.Part.MIX) || wants(ExportPreset.Part.STEMS);
        if (arrangement.parts().isEmpty() && (sounding || wants(ExportPreset.Part.CLIPS))) throw Problem.input("Nothing has been rendered yet. Render the lines, then export.");
        if (sounding) MixLength.of(arrangement).check(i -> "line " + (i + 1));
        Disk.folder(folder);
        if (wants(ExportPreset.Part.CLIPS) || wants(ExportPreset.Part.REAPER)) clips();
        if (sounding) sounds.level();
        if (sounding && wants(ExportPreset.Part.MIX)) written.add(sounds.mix(folder.resolve(mixFile())));
        var stems = sounding && wants(ExportPreset.Part.STEMS) ? sounds.stems(folder) : List.<Path>of();
        written.addAll(stems);
        texts(stems.stream().map(f -> f.getFileName().toString()).toList());
        if (wants(ExportPreset.Part.DAWPROJECT)) dawProject();
        if (wants(ExportPreset.Part.WORDS) && words != WordSource.NONE) wordTimes();
        Cancellation.stopIfWished();
        steps.done();
        return new Outcome(written, report(), Stream.concat(sounds.notes().stream(), absent()).toList());
    }

    /** What was requested and could not be written, and what to do. */
    private Stream<String> absent() {
        return Stream.of(
                wants(ExportPreset.Part.CHAPTERS) && chapters.isEmpty() ? NO_CHAPTERS : "",
                wants(ExportPreset.Part.LOUDNESS) && sounds.rows().isEmpty() ? NO_LOUDNESS : "",
                wants(ExportPreset.Part.WORDS) && words == WordSource.NONE ? NO_WORDS : "",
                untimed == 0 ? "" : untimed + (untimed == 1 ? " line has" : " lines have") + " no times of words, because none were understood in their takes.").filter(n -> !n.isEmpty());
    }

    /**
     * The names of all files that may be written to the folder, known before the work begins: the caller checks that none of them must be
     * kept.
     */
    public List<String> names() {
        var all = new ArrayList<>(List.of(mixFile()));
        all.addAll(sounds.stemFiles().values());
        arrangement.parts().forEach(p -> all.add(clipFile(p)));
        TEXTS.forEach(ending -> all.add(title + ending));
        return all;
    }

    private String mixFile() {
        return title + "." + preset.format().ending();
    }

    private LoudnessReport report() {
        return new LoudnessReport(preset.target(), sounds.rows());
    }

    /** The expected number of passes over the conversation. */
    private int passes() {
        long speakers = arrangement.parts().stream().map(p -> p.speaker().number()).distinct().count();
        return 1 + (wants(ExportPreset.Part.MIX) ? 1 : 0) + (wants(ExportPreset.Part.STEMS) ? (int) speakers : 0) + (wants(ExportPreset.Part.WORDS) ? 1 : 0);
    }

    private boolean wants(ExportPreset.Part part) {
        return preset.parts().contains(part);
    }

    /** Whole takes at their lines' speed: untrimmed, without fades, for editing elsewhere. */
    private void clips() {
        Disk.folder(folder.resolve("clips"));
        for (var part : arrangement.parts()) {
            Cancellation.stopIfWished();
            var file = folder.resolve(clipFile(part));
            WavFiles.write(file, clip(part), preset.format().clips(), WavMetadata.aiGenerated(AudioTags.SOFTWARE));
            written.add(file);
        }
    }

    private Pcm clip(Arrangement.Part part) {
        return part.speed() == 1 ? clipStore.get(new ClipId(part.take().clip())) : clips.whole(part.take().clip(), part.speed());
    }

    private String clipFile(Arrangement.Part part) {
        return "clips/" + names.get(part.line().id()) + ".wav";
    }

    private void texts(List<String> stems) {
        var made = new LinkedHashMap<String, String>();
        if (wants(ExportPreset.Part.WEBVTT)) made.put(title + ".vtt", Subtitles.webVtt(arrangement));
        if (wants(ExportPreset.Part.SRT)) made.put(title + ".srt", Subtitles.srt(arrangement));
        if (wants(ExportPreset.Part.CSV)) made.put(title + ".csv", CsvExport.csv(arrangement));
        if (wants(ExportPreset.Part.LABELS)) made.put(title + "_labels.txt", CsvExport.labels(document, arrangement));
        if (wants(ExportPreset.Part.LABELS) && !stems.isEmpty()) made.put(title + ".lof", CsvExport.lof(stems));
        if (wants(ExportPreset.Part.REAPER)) made.put(title + ".RPP", ReaperWriter.project(document, arrangement, this::clipFile));
        if (wants(ExportPreset.Part.CUE_SHEET)) {
            Function<Arrangement.Part, String> file = wants(ExportPreset.Part.CLIPS) ? this::clipFile : p -> "";
            made.put(title + "_cues.csv", CsvExport.cueSheet(document, arrangement, file));
        }
        if (wants(ExportPreset.Part.CHAPTERS) && !chapters.isEmpty()) made.put(title + "_chapters.json", Chapters.json(document.conversation().title(), chapters));
        if (wants(ExportPreset.Part.LOUDNESS) && !sounds.rows().isEmpty()) {
            made.put(title + "_loudness.csv", report().csv());
            made.put(title + "_loudness.txt", report().text(sounds.notes()));
        }
        write(made);
    }

    private void write(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            Cancellation.stopIfWished();
            AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            written.add(folder.resolve(name));
        });
    }

    private void wordTimes() {
        double count = arrangement.parts().size();
        var asked = new AtomicInteger();
        var cues = Subtitles.cues(arrangement, (all, part) -> {
            Cancellation.stopIfWished();
            steps.within(asked.getAndIncrement() / count);
            return words.words(all, part);
        });
        var colours = new LinkedHashMap<String, String>();
        document.conversation().speakers().forEach(s -> colours.put(s.name(), document.track(s.number()).colour()));
        var made = new LinkedHashMap<String, String>();
        made.put(title + "_words.vtt", Subtitles.webVtt(cues));
        made.put(title + "_words.ass", KaraokeWriter.ass(document.conversation().title(), cues, colours));
        made.put(title + "_words.json", WordTable.json(document.conversation().title(), cues));
        made.put(title + "_words.csv", WordTable.csv(cues));
        write(made);
        untimed = (int) cues.stream().filter(c -> c.words().isEmpty()).count();
    }

    private void dawProject() {
        Cancellation.stopIfWished();
        var file = folder.resolve(title + ".dawproject");
        try (var out = AtomicFile.create(file)) {
            new DawProjectWriter(document, arrangement, p -> "audio/" + names.get(p.line().id()) + ".wav").write(out.stream(), this::copyClip);
            out.commit();
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
        written.add(file);
    }

    /** Clips are in the store as float WAV already. */
    private void copyClip(Arrangement.Part part, OutputStream to) throws IOException {
        Cancellation.stopIfWished();
        if (part.speed() != 1) {
            to.write(WavFiles.bytes(clip(part), SampleFormat.FLOAT_32, WavMetadata.aiGenerated(AudioTags.SOFTWARE)));
            return;
        }
        var file = clipStore.file(new ClipId(part.take().clip()));
        try (var in = Files.newInputStream(file)) {
            in.transferTo(to);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + ". Render its line again or restore the file.", e);
        }
    }

    /**
     * The result of an export.
     *
     * @param files in the order written
     * @param loudness of mix and stems as written
     * @param notes sentences for people: gain and limiting, missed targets
     */
    public record Outcome(List<Path> files, LoudnessReport loudness, List<String> notes) {
        public Outcome {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }
}
