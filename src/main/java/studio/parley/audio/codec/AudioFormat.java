package studio.parley.audio.codec;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavCuePoint;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.audio.wav.WavWriter;
import studio.parley.io.AtomicFile;
import studio.parley.io.ByteSink;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;

/** The audio file formats that Parley writes. */
public enum AudioFormat {
    WAV_16("wav"), WAV_24("wav"), WAV_FLOAT("wav"), FLAC_16("flac"), FLAC_24("flac"), MP3("mp3"), OPUS("opus");

    /** Sample rates of all formats but Opus (Opus is always 48 kHz inside). */
    public static final List<Integer> RATES = List.of(24000, 44100, 48000);

    private final String ending;

    AudioFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format for a file name's extension; WAV and FLAC with 16 bits. A device or pipe without such an extension gets WAV.
     *
     * @throws Problem for any other extension
     */
    public static AudioFormat of(Path file) {
        var name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".wav")) return WAV_16;
        if (name.endsWith(".flac")) return FLAC_16;
        if (name.endsWith(".mp3")) return MP3;
        if (name.endsWith(".opus")) return OPUS;
        if (WriteTarget.isSpecial(file)) return WAV_16;
        throw Problem.input("Parley cannot write " + file + ". Use a name that ends in .wav, .flac, .mp3 or .opus.");
    }

    /** The format of clips, which are always WAV, that are written along with files of this format. */
    public SampleFormat clips() {
        return switch (this) {
            case WAV_24, FLAC_24 -> SampleFormat.PCM_24;
            case WAV_FLOAT -> SampleFormat.FLOAT_32;
            case WAV_16, FLAC_16, MP3, OPUS -> SampleFormat.PCM_16;
        };
    }

    /** Without the dot. */
    public String ending() {
        return ending;
    }

    /** By how many dB decoded peaks may exceed those that were encoded. */
    public double overshootDb() {
        return this == MP3 || this == OPUS ? 0.5 : 0;
    }

    /** The sample rate of a file of this format when {@code wanted} is requested. */
    public int rate(int wanted) {
        return this == OPUS ? 48000 : wanted;
    }

    /** Begins a file; {@code rate} is one of {@link #rate}'s answers. */
    public AudioEncoder open(Path file, int rate, int channels, AudioTags tags) {
        return open(file.toString(), AtomicFile.create(file), rate, channels, tags);
    }

    /** The same to any sink; {@code name} is what to call it in a sentence. */
    public AudioEncoder open(String name, ByteSink file, int rate, int channels, AudioTags tags) {
        return switch (this) {
            case WAV_16 -> wav(name, file, rate, channels, SampleFormat.PCM_16, tags);
            case WAV_24 -> wav(name, file, rate, channels, SampleFormat.PCM_24, tags);
            case WAV_FLOAT -> wav(name, file, rate, channels, SampleFormat.FLOAT_32, tags);
            case FLAC_16 -> new FlacEncoder(file, rate, channels, 16, tags);
            case FLAC_24 -> new FlacEncoder(file, rate, channels, 24, tags);
            case MP3 -> new Mp3Encoder(file, rate, channels, tags);
            case OPUS -> new OpusFileEncoder(file, channels, tags);
        };
    }

    private static AudioEncoder wav(String name, ByteSink file, int rate, int channels, SampleFormat format, AudioTags tags) {
        var writer = WavWriter.create(name, file, rate, channels, format, info(tags), tags.chapters().stream()
                .map(c -> new WavCuePoint(c.fromMillis() * rate / 1000, c.label())).toList());
        return new AudioEncoder() {
            @Override
            public void write(Pcm pcm) {
                writer.write(pcm);
            }

            @Override
            public void commit() {
                writer.commit();
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    private static Map<String, String> info(AudioTags tags) {
        var info = WavMetadata.aiGenerated("Parley");
        if (!tags.title().isEmpty()) info.put("INAM", tags.title());
        if (!tags.artist().isEmpty()) info.put("IART", tags.artist());
        return info;
    }
}
