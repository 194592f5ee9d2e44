package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.Disk;

/** Writes output files, completely or not at all; missing parent folders are created. */
public final class OutputFiles {
    private OutputFiles() {}

    /** Clips one after the other, in the format of the file name's extension; the metadata says that it is AI-generated. */
    public static void sound(Path file, List<Pcm> sounds) {
        var whole = sounds.stream().reduce(Pcm::then).orElseThrow();
        sound(file, whole.rate(), sink -> sink.accept(whole));
    }

    /** The same in pieces of one rate, mono: the caller fills a sink. */
    public static void sound(Path file, int rate, Consumer<Consumer<Pcm>> pieces) {
        Disk.folder(Disk.parent(file));
        var format = AudioFormat.of(file);
        int wanted = format.rate(rate);
        try (var encoder = format.open(file, wanted, 1, new AudioTags("", ""))) {
            if (wanted == rate) pieces.accept(encoder::write);
            else resampled(new Resampler(rate, wanted), wanted, pieces, encoder::write);
            encoder.commit();
        }
    }

    private static void resampled(Resampler resampler, int rate, Consumer<Consumer<Pcm>> pieces, Consumer<Pcm> sink) {
        pieces.accept(pcm -> sink.accept(Pcm.mono(rate, resampler.push(pcm.samples(0)))));
        sink.accept(Pcm.mono(rate, resampler.finish()));
    }

    public static void text(Path file, String text) {
        Disk.write(file, text);
    }
}
