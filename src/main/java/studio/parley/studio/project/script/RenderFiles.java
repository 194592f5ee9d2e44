package studio.parley.studio.project.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.io.Disk;
import studio.parley.problem.Cancellation;
import studio.parley.studio.OutputFiles;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;

/** Writes the result of a render: the mix, a full-length stem for each speaker, and single takes if there are several. */
final class RenderFiles {
    /** The written files; {@code gain} below 1 says how much the mix was lowered to stay within full scale. */
    record Written(double seconds, List<Path> files, double gain) {}

    private static final int PIECE = 1 << 16;

    private final Document document;
    private final ScriptRenderOptions request;
    private final RenderNames names;
    private final ClipStore clipStore;
    private final ClipCache sounds;

    /** @param document with a take for every line */
    RenderFiles(Document document, ScriptRenderOptions request, ClipStore clipStore) {
        this.document = document;
        this.request = request;
        this.names = new RenderNames(request, document.conversation());
        this.clipStore = clipStore;
        this.sounds = ClipCache.of(clipStore);
    }

    Written write() {
        int rate = document.lines().stream().flatMap(l -> l.sounding().stream()).findFirst().orElseThrow().rate();
        var arrangement = Arrangement.of(document, rate);
        double gain = request.isPiped() ? 1 : gain(arrangement);
        var files = new ArrayList<Path>();
        request.stems().ifPresent(folder -> stems(arrangement, gain, Disk.folder(folder), files));
        if (request.takes() > 1) takes(files);
        if (!request.isPiped()) write(request.output(), arrangement, gain, files);
        return new Written(arrangement.seconds(arrangement.length()), files, gain);
    }

    /** 1, or the gain that brings the peak of the whole mix down to full scale. */
    private double gain(Arrangement arrangement) {
        var peak = new float[1];
        new MixRenderer(arrangement, sounds).stream(PIECE, pcm -> {
            for (float s : pcm.samples(0)) peak[0] = Math.max(peak[0], Math.abs(s));
        });
        return peak[0] <= 1 ? 1 : 0.999 / peak[0];
    }

    private void stems(Arrangement arrangement, double gain, Path folder, List<Path> files) {
        var stems = names.stems();
        for (var speaker : document.conversation().speakers()) {
            write(folder.resolve(stems.get(speaker.number())), arrangement.only(p -> p.speaker().equals(speaker)), gain, files);
        }
    }

    private void takes(List<Path> files) {
        var folder = Disk.folder(names.takesFolder());
        int number = 0;
        for (Line line : document.lines()) {
            if (!line.isSpoken()) continue;
            number++;
            var takes = line.takes();
            for (int t = 0; t < takes.size(); t++) {
                Cancellation.stopIfWished();
                var file = folder.resolve(names.take(number, line, t + 1));
                OutputFiles.sound(file, List.of(clipStore.get(new ClipId(takes.get(t).clip()))));
                files.add(file);
            }
        }
    }

    private void write(Path file, Arrangement what, double gain, List<Path> files) {
        OutputFiles.sound(file, what.rate(), sink -> new MixRenderer(what, sounds).stream(PIECE, pcm -> sink.accept(pcm.times(gain))));
        files.add(file);
    }
}
