package studio.parley.studio.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.concurrent.CancellationException;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Loudness;
import studio.parley.audio.Pcm;
import studio.parley.audio.Resampler;
import studio.parley.audio.SampleFormat;
import studio.parley.audio.Wav;
import studio.parley.audio.WavInfo;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.Document;

/**
 * Writes a document's sound and texts into a folder. Only what sounds is written: whoever calls shows {@link Unready} before.
 * Every file is whole or absent; existing ones of the same name are replaced. Runs on the caller's thread.
 */
public final class Export {
    /** What clips are rendered at when no take says otherwise. */
    private static final int USUAL_RATE = 24000;
    private static final int PIECE = 1 << 15;

    private final Document document;
    private final ClipShelf shelf;
    private final ExportPreset preset;
    private final Path folder;
    private final BooleanSupplier cancelled;
    private final Arrangement arrangement;
    private final Map<String, String> names;
    private final List<Path> written = new ArrayList<>();

    public Export(Document document, ClipShelf shelf, ExportPreset preset, Path folder, BooleanSupplier cancelled) {
        this.document = document;
        this.shelf = shelf;
        this.preset = preset;
        this.folder = folder;
        this.cancelled = cancelled;
        this.arrangement = Arrangement.of(document, rate(document));
        this.names = FileNames.of(preset.template(), document.conversation().title(), arrangement.parts());
    }

    /** The rate a document is rendered at: that of its first take. Playback uses the same. */
    public static int rate(Document document) {
        return document.lines().stream().flatMap(l -> l.sounding().stream()).mapToInt(Take::rate).findFirst().orElse(USUAL_RATE);
    }

    /**
     * Writes all the preset asks for.
     *
     * @return the files, their loudness, and what there is to say about them
     * @throws CancellationException when told so; files finished by then stay
     */
    public ExportOutcome outcome() {
        return new ExportOutcome(run(), new LoudnessReport(preset.target(), List.of()), List.of());
    }

    /**
     * Writes all the preset asks for.
     *
     * @return the files, in the order written
     * @throws CancellationException when told so; files finished by then stay
     */
    public List<Path> run() {
        folder(folder);
        var title = FileNames.safe(document.conversation().title());
        if (wants(ExportPreset.Part.CLIPS) || wants(ExportPreset.Part.REAPER)) clips();
        double gain = wants(ExportPreset.Part.MIX) || wants(ExportPreset.Part.STEMS) ? gain() : 1;
        if (wants(ExportPreset.Part.MIX)) sound(arrangement, title, gain);
        var stems = stems(title, gain);
        texts(title, stems);
        if (wants(ExportPreset.Part.DAWPROJECT)) dawProject(title);
        return List.copyOf(written);
    }

    private boolean wants(ExportPreset.Part part) {
        return preset.parts().contains(part);
    }

    /** Takes as they are on the shelf: untrimmed, unfaded, for others to edit. */
    private void clips() {
        folder(folder.resolve("clips"));
        for (var part : arrangement.parts()) {
            stopIfCancelled();
            var file = folder.resolve(clipFile(part));
            Wav.write(file, shelf.get(new ClipId(part.take().clip())), SampleFormat.FLOAT_32, WavInfo.aiGenerated(Tags.SOFTWARE));
            written.add(file);
        }
    }

    private String clipFile(Arrangement.Part part) {
        return "clips/" + names.get(part.line().id()) + ".wav";
    }

    /** One file for each speaker who is heard, each as long as the mix; together they are the mix. */
    private List<String> stems(String title, double gain) {
        var files = new ArrayList<String>();
        if (!wants(ExportPreset.Part.STEMS)) return files;
        var used = new HashSet<String>();
        for (var speaker : document.conversation().speakers()) {
            var own = arrangement.only(p -> p.speaker().equals(speaker) && p.audible());
            if (!own.parts().isEmpty()) files.add(sound(own, FileNames.unique(title + "_" + FileNames.safe(speaker.name()), used), gain));
        }
        return files;
    }

    private String sound(Arrangement what, String name, double gain) {
        var file = folder.resolve(name + "." + preset.format().ending());
        int rate = preset.format().rate(preset.rate());
        var tags = new Tags(document.conversation().title(), document.settings().author());
        try (var encoder = preset.format().open(file, rate, 1, tags)) {
            resampled(what, rate, pcm -> encoder.write(pcm.times(gain)));
            encoder.commit();
        }
        written.add(file);
        return file.getFileName().toString();
    }

    /** The rendering at another rate, in pieces. */
    private void resampled(Arrangement what, int rate, java.util.function.Consumer<Pcm> sink) {
        var resampler = new Resampler(what.rate(), rate);
        new Rendering(what, ClipSounds.of(shelf)).stream(PIECE, pcm -> {
            stopIfCancelled();
            sink.accept(Pcm.mono(rate, resampler.push(pcm.samples(0))));
        });
        sink.accept(Pcm.mono(rate, resampler.finish()));
    }

    /** What brings the mix to its loudness, and in any case its true peak below the limit; one gain for the mix and all stems. */
    private double gain() {
        var pieces = new ArrayList<float[]>();
        double[] peak = {0};
        var finer = new Resampler(arrangement.rate(), 4 * arrangement.rate());
        new Rendering(arrangement, ClipSounds.of(shelf)).stream(PIECE, pcm -> {
            stopIfCancelled();
            var samples = pcm.samples(0);
            peak[0] = Math.max(peak[0], highest(finer.push(samples)));
            if (preset.target().measure() == LoudnessTarget.Measure.LUFS) pieces.add(samples);
        });
        peak[0] = Math.max(peak[0], highest(finer.finish()));
        double wanted = preset.target().measure() == LoudnessTarget.Measure.LUFS ? towards(preset.target().level(), pieces) : 1;
        double limit = Arrangement.linear(preset.target().peakDb());
        return peak[0] * wanted > limit ? limit / peak[0] : wanted;
    }

    private double towards(double lufs, List<float[]> pieces) {
        var whole = new float[pieces.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        double measured = whole.length == 0 ? Double.NEGATIVE_INFINITY : Loudness.integratedOf(Pcm.mono(arrangement.rate(), whole));
        return Double.isFinite(measured) ? Arrangement.linear(lufs - measured) : 1;
    }

    private static double highest(float[] samples) {
        double highest = 0;
        for (float s : samples) highest = Math.max(highest, Math.abs(s));
        return highest;
    }

    private void texts(String title, List<String> stems) {
        var made = new LinkedHashMap<String, String>();
        if (wants(ExportPreset.Part.WEBVTT)) made.put(title + ".vtt", Subtitles.webVtt(arrangement));
        if (wants(ExportPreset.Part.SRT)) made.put(title + ".srt", Subtitles.srt(arrangement));
        if (wants(ExportPreset.Part.CSV)) made.put(title + ".csv", Tables.csv(arrangement));
        if (wants(ExportPreset.Part.LABELS)) made.put(title + "_labels.txt", Tables.labels(document, arrangement));
        if (wants(ExportPreset.Part.LABELS) && !stems.isEmpty()) made.put(title + ".lof", Tables.lof(stems));
        if (wants(ExportPreset.Part.REAPER)) made.put(title + ".RPP", Reaper.project(document, arrangement, this::clipFile));
        if (wants(ExportPreset.Part.CUE_SHEET)) {
            Function<Arrangement.Part, String> file = wants(ExportPreset.Part.CLIPS) ? this::clipFile : p -> "";
            made.put(title + "_cues.csv", Tables.cueSheet(document, arrangement, file));
        }
        if (wants(ExportPreset.Part.CHAPTERS) && !document.markers().isEmpty()) made.put(title + "_chapters.json", Chapters.json(document));
        made.forEach((name, text) -> {
            stopIfCancelled();
            PartFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            written.add(folder.resolve(name));
        });
    }

    private void dawProject(String title) {
        stopIfCancelled();
        var file = folder.resolve(title + ".dawproject");
        var bytes = new ByteArrayOutputStream();
        try {
            new DawProject(document, arrangement, p -> "audio/" + names.get(p.line().id()) + ".wav").write(bytes, this::wavBytes);
        } catch (IOException e) {
            throw PartFile.refused(file, e);
        }
        PartFile.write(file, bytes.toByteArray());
        written.add(file);
    }

    /** Clips lie on the shelf as float WAV already. */
    private byte[] wavBytes(Arrangement.Part part) {
        stopIfCancelled();
        var file = shelf.file(new ClipId(part.take().clip()));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw studio.parley.problem.Problem.disk("Could not read " + file + ". Render its line again or restore the file.", e);
        }
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) throw new CancellationException("the export was cancelled");
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw PartFile.refused(folder, e);
        }
    }
}
