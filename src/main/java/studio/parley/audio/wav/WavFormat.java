package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import studio.parley.problem.Problem;

/**
 * The {@code fmt } chunk of a WAV file.
 *
 * @param coding         how one sample is written
 * @param channels       1 or more
 * @param rate           frames per second
 * @param bytesPerSample size of the container of one sample
 */
record WavFormat(Coding coding, int channels, int rate, int bytesPerSample) {
    /** The sample formats that can be read. Integers fill their container from the top, so the container determines the scale. */
    enum Coding { UNSIGNED_8, SIGNED, FLOAT, A_LAW, MU_LAW }

    private static final int EXTENSIBLE = 0xFFFE;
    private static final Map<Integer, String> OTHERS = Map.of(0x02, "Microsoft ADPCM", 0x11, "IMA ADPCM", 0x31, "GSM 6.10",
            0x50, "MPEG", 0x55, "MP3", 0xFF, "AAC", 0x161, "Windows Media Audio", 0x92, "AC-3", 0x674F, "Ogg Vorbis");

    int bytesPerFrame() {
        return channels * bytesPerSample;
    }

    String words() {
        return switch (coding) {
            case UNSIGNED_8 -> "WAV, 8-bit";
            case SIGNED -> "WAV, " + bytesPerSample * 8 + "-bit";
            case FLOAT -> "WAV, " + bytesPerSample * 8 + "-bit float";
            case A_LAW -> "WAV, A-law";
            case MU_LAW -> "WAV, mu-law";
        };
    }

    /** Reads the chunk's body (RIFF field order: tag, channels, rate, bytes per second, frame size, bits, extension). */
    static WavFormat parse(byte[] body, String name) {
        if (body.length < 14) throw Problem.input(name + " is a WAV file with an invalid format chunk. Export it again.");
        var b = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        int tag = b.getShort(0) & 0xffff;
        int channels = b.getShort(2) & 0xffff;
        int rate = b.getInt(4);
        int frame = b.getShort(12) & 0xffff;
        int bits = body.length >= 16 ? b.getShort(14) & 0xffff : 8;
        if (tag == EXTENSIBLE && body.length >= 26) tag = b.getShort(24) & 0xffff;
        if (channels < 1 || channels > 64) {
            throw Problem.input(name + " claims " + channels + " channels. Export it again as mono or stereo.");
        }
        if (rate < 1000 || rate > 1_000_000) {
            var claim = rate & 0xffffffffL;
            throw Problem.input(name + " claims a sample rate of " + claim + " Hz. Export it again, for instance at 48000 Hz.");
        }
        int container = frame > 0 && frame % channels == 0 && frame / channels * 8 >= bits ? frame / channels : (bits + 7) / 8;
        return new WavFormat(coding(tag, container, name), channels, rate, container);
    }

    private static Coding coding(int tag, int bytes, String name) {
        return switch (tag) {
            case 1 -> switch (bytes) {
                case 1 -> Coding.UNSIGNED_8;
                case 2, 3, 4, 8 -> Coding.SIGNED;
                default -> throw unusable(name, bytes * 8 + "-bit samples");
            };
            case 3 -> switch (bytes) {
                case 4, 8 -> Coding.FLOAT;
                default -> throw unusable(name, bytes * 8 + "-bit float samples");
            };
            case 6, 7 -> {
                if (bytes != 1) throw unusable(name, bytes * 8 + "-bit companded samples");
                yield tag == 6 ? Coding.A_LAW : Coding.MU_LAW;
            }
            default -> throw unusable(name, OTHERS.getOrDefault(tag, "codec " + tag) + " audio");
        };
    }

    private static Problem unusable(String name, String what) {
        return Problem.input(name + " is a WAV file with " + what + ", which Parley cannot read. Convert it to 16-bit or float WAV.");
    }
}
