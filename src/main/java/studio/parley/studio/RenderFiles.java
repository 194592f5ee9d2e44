package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.io.Disk;
import studio.parley.studio.document.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipSounds;
import studio.parley.studio.export.Rendering;

/** Writes what a render made: the mix, a full-length stem for each speaker, and single takes where there are several. */
final class RenderFiles {
    /** What was written; {@code gain} below 1 says how much the mix was lowered to stay within full scale. */
    record Written(double seconds, List<Path> files, double gain) {}

    private final Conversation conversation;
    private final RenderRequest request;
    private final ClipShelf shelf;
    private final Map<String, Take> sounding;
    private final Map<String, List<Take>> all;

    RenderFiles(Conversation conversation, RenderRequest request, ClipShelf shelf, Map<String, Take> sounding, Map<String,
            List<Take>> all) {
        this.conversation = conversation;
        this.request = request;
        this.shelf = shelf;
        this.sounding = sounding;
        this.all = all;
    }

    Written write() {
        int rate = sounding.values().iterator().next().rate();
        var arrangement = Arrangement.of(Document.of(spoken()), rate);
        double gain = gain(arrangement);
        var files = new ArrayList<Path>();
        request.stems().ifPresent(folder -> stems(arrangement, gain, Disk.folder(folder), files));
        if (request.takes() > 1) takes(files);
        write(request.output(), sound(arrangement).times(gain), files);
        return new Written(arrangement.seconds(arrangement.length()), files, gain);
    }

    /** The conversation with every line's chosen take. */
    private Conversation spoken() {
        var lines = conversation.lines().stream().map(l -> sounding.containsKey(l.id()) ? l.with(sounding.get(l.id())) : l).toList();
        return new Conversation(conversation.title(), conversation.speakers(), lines, conversation.delivery());
    }

    private Pcm sound(Arrangement arrangement) {
        return new Rendering(arrangement, ClipSounds.of(shelf)).read(0, Math.toIntExact(arrangement.length()));
    }

    /** 1, or what brings the loudest moment of the whole mix down to full scale. */
    private double gain(Arrangement arrangement) {
        float peak = 0;
        for (float s : sound(arrangement).samples(0)) peak = Math.max(peak, Math.abs(s));
        return peak <= 1 ? 1 : 0.999 / peak;
    }

    private void stems(Arrangement arrangement, double gain, Path folder, List<Path> files) {
        var used = new HashSet<String>();
        for (var speaker : conversation.speakers()) {
            var name = safe(speaker.name());
            if (!used.add(name.toLowerCase(Locale.ROOT))) name += "-" + speaker.number();
            write(folder.resolve(name + ".wav"), sound(arrangement.only(p -> p.speaker().equals(speaker))).times(gain), files);
        }
    }

    /** {@code OUT.takes/003-Ann-2.wav}: line, speaker, take. */
    private void takes(List<Path> files) {
        var folder = Disk.folder(request.output().toAbsolutePath().resolveSibling(request.output().getFileName() + ".takes"));
        int number = 0;
        for (Line line : conversation.lines()) {
            if (!all.containsKey(line.id())) continue;
            number++;
            var takes = all.get(line.id());
            for (int t = 0; t < takes.size(); t++) {
                var name = "%03d-%s-%d.wav".formatted(number, safe(conversation.speaker(line.speaker()).name()), t + 1);
                write(folder.resolve(name), sound(takes.get(t)), files);
            }
        }
    }

    private Pcm sound(Take take) {
        return shelf.get(new ClipId(take.clip()));
    }

    private static void write(Path file, Pcm sound, List<Path> files) {
        Output.wav(file, List.of(sound));
        files.add(file);
    }

    private static String safe(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}_ -]", "_").strip();
        return plain.isEmpty() ? "speaker" : plain;
    }
}
