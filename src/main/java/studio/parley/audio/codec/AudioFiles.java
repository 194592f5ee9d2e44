package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.RandomAccessBytes;
import studio.parley.audio.wav.WavReader;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * Reads audio files of every format Parley supports, recognised by their content and not by their name: WAV (and RF64, BW64), FLAC, MP3,
 * Ogg with Vorbis, Opus or FLAC. Others are rejected with the name of the format found.
 */
public final class AudioFiles {
    /** The endings of the names of files that Parley reads, without the dot. */
    public static final List<String> ENDINGS = List.of("wav", "wave", "mp3", "flac", "ogg", "oga", "opus");
    /** Those of other recordings, whose format is named when they are refused. */
    private static final List<String> OTHERS = List.of("m4a", "aac", "aif", "aiff", "wma", "w64", "rf64", "bwf");

    private AudioFiles() {}

    /** Whether a file is meant as a recording, by the ending of its name in capital or small letters; it may be empty, damaged or missing. */
    public static boolean isNamedAudio(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.concat(ENDINGS.stream(), OTHERS.stream()).anyMatch(ending -> name.endsWith("." + ending));
    }

    /** Whether a file is a recording, even of a format that Parley cannot read, by its name or its first bytes; a text of any encoding is none. */
    public static boolean isAudio(Path file) {
        if (isNamedAudio(file)) return true;
        if (!Files.isRegularFile(file)) return false;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return AudioKind.of(RandomAccessBytes.of(channel)).isAudio();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The samples of a file with its own sample rate and channels. */
    public static Pcm read(Path file) {
        return decode(file).pcm();
    }

    /**
     * The samples with a description of the file's format and notices about damage that was skipped.
     *
     * @throws Problem if the file is missing, unreadable, of another kind, damaged beyond use or empty
     */
    public static DecodedAudio decode(Path file) {
        if (Files.isDirectory(file)) throw Problem.input(file + " is a folder. Choose an audio file inside it.");
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return decode(RandomAccessBytes.of(channel), file.toString());
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + IoProblem.reason(e) + "). Check the path and its permissions.", e);
        }
    }

    public static DecodedAudio decode(RandomAccessBytes in, String name) throws IOException {
        try {
            return switch (AudioKind.of(in)) {
                case WAV -> WavReader.read(in, name);
                case FLAC -> {
                    var bytes = all(in, name);
                    yield FlacReader.read(bytes, (int) Id3.size(bytes), "FLAC", name);
                }
                case OGG -> ogg(all(in, name), name);
                case MP3 -> Mp3Reader.read(all(in, name), name);
                case TEXT -> throw Problem.input(name + " is a text file, not an audio file. Choose a WAV, FLAC, MP3 or OGG file.");
                case UNKNOWN -> throw Problem.input(name + (in.size() == 0 ? " is empty." : " is not an audio file that Parley recognises.")
                        + " Choose a WAV, FLAC, MP3 or OGG file.");
                case MIDI -> throw Problem.input(name + " is a MIDI file, which contains notes but no audio. Choose a WAV, FLAC, MP3 or OGG file.");
                default -> throw Problem.input(name + " is an audio file in a format that Parley cannot read (" + AudioKind.of(in).words()
                        + "). Convert it to WAV, FLAC, MP3 or OGG.");
            };
        } catch (EOFException e) {
            throw Problem.input(name + " is damaged: it ends too early. Export or download it again.");
        }
    }

    private static byte[] all(RandomAccessBytes in, String name) throws IOException {
        if (in.size() > Integer.MAX_VALUE - 16) throw Problem.input(name + " is larger than 2 GB. Cut it into shorter files.");
        return in.bytes(0, (int) in.size());
    }

    /** Passes an Ogg file to the decoder of its content: Vorbis, Opus or FLAC; others are rejected by name. */
    private static DecodedAudio ogg(byte[] bytes, String name) {
        var ogg = Ogg.parse(bytes);
        if (ogg.begins("\u0001vorbis")) return VorbisReader.read(ogg, name);
        if (ogg.begins("\u007fFLAC") && ogg.packets().getFirst().length > 13) return flac(ogg, name);
        if (ogg.begins("OpusHead")) return OpusReader.read(ogg, name);
        var inside = ogg.begins("Speex") ? "Speex" : "an unknown codec";
        throw Problem.input(name + " is an Ogg file with " + inside + " audio, which Parley cannot read. Convert it to WAV.");
    }

    /** Ogg FLAC: nine bytes before the native header, then one packet per metadata block or frame. */
    private static DecodedAudio flac(Ogg ogg, String name) {
        var stream = new ByteArrayOutputStream();
        var head = ogg.packets().getFirst();
        stream.write(head, 9, head.length - 9);
        for (var packet : ogg.packets().subList(1, ogg.packets().size())) stream.writeBytes(packet);
        return FlacReader.read(stream.toByteArray(), 0, "Ogg FLAC", name);
    }
}
