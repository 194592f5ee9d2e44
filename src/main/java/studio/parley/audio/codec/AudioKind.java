package studio.parley.audio.codec;

import java.io.IOException;
import studio.parley.audio.wav.RandomAccessBytes;

/** Formats of audio files, recognised by their first bytes. */
enum AudioKind {
    WAV("WAV"), FLAC("FLAC"), MP3("MP3"), OGG("Ogg"), AIFF("AIFF"), AU("AU (Sun/NeXT)"),
    BIG_ENDIAN_WAV("big-endian WAV (RIFX)"), WAVE64("Sony Wave64"), MPEG_1_2("MPEG layer I or II"), AAC("AAC (ADTS)"),
    MP4("MP4/M4A (AAC or Apple Lossless)"), MATROSKA("Matroska/WebM"), WINDOWS_MEDIA("Windows Media (WMA)"), CAF("Apple CAF"),
    WAVPACK("WavPack"), APE("Monkey's Audio"), AMR("AMR"), MIDI("MIDI (notes, not audio)"), TEXT("text"), UNKNOWN("unknown");

    private final String words;

    AudioKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The mark at the beginning of UTF-16 looks like MPEG layer I. */
    boolean isAudio() {
        return this != TEXT && this != UNKNOWN && this != MIDI && this != MPEG_1_2;
    }

    static AudioKind of(RandomAccessBytes in) throws IOException {
        var head = in.head(64);
        if (at(head, 0, "ID3")) return afterTag(in, head);
        return plain(head);
    }

    /** ID3v2: a header of ten bytes with the size in four bytes of seven bits each; some FLAC and AAC files have it as well. */
    private static AudioKind afterTag(RandomAccessBytes in, byte[] head) throws IOException {
        long end = Id3.size(head);
        if (end + 16 > in.size()) return MP3;
        var kind = plain(in.bytes(end, (int) Math.min(64, in.size() - end)));
        return kind == FLAC || kind == AAC || kind == MPEG_1_2 ? kind : MP3;
    }

    private static AudioKind plain(byte[] b) {
        if ((at(b, 0, "RIFF") || at(b, 0, "RF64") || at(b, 0, "BW64")) && at(b, 8, "WAVE")) return WAV;
        if (at(b, 0, "RIFX")) return BIG_ENDIAN_WAV;
        if (at(b, 0, "riff\u002e\u0091\u00cf\u0011")) return WAVE64;
        if (at(b, 0, "fLaC")) return FLAC;
        if (at(b, 0, "OggS")) return OGG;
        if (at(b, 0, "FORM") && at(b, 8, "AIF")) return AIFF;
        if (at(b, 0, ".snd")) return AU;
        if (at(b, 4, "ftyp")) return MP4;
        if (at(b, 0, "\u001aE\u00df\u00a3")) return MATROSKA;
        if (at(b, 0, "0&\u00b2u\u008ef\u00cf\u0011")) return WINDOWS_MEDIA;
        if (at(b, 0, "caff")) return CAF;
        if (at(b, 0, "wvpk")) return WAVPACK;
        if (at(b, 0, "MAC ")) return APE;
        if (at(b, 0, "#!AMR")) return AMR;
        if (at(b, 0, "MThd")) return MIDI;
        return b.length >= 4 && (b[0] & 0xff) == 0xff && (b[1] & 0xe0) == 0xe0 ? mpeg(b) : rest(b);
    }

    /** The layer bits of an MPEG sync word; 00 is what ADTS AAC uses. */
    private static AudioKind mpeg(byte[] b) {
        return switch ((b[1] >> 1) & 3) {
            case 0 -> AAC;
            case 1 -> MP3;
            default -> MPEG_1_2;
        };
    }

    private static AudioKind rest(byte[] b) {
        for (var c : b) if (c >= 0 && c < 9 || c > 13 && c < 32 || c == 127) return UNKNOWN;
        return b.length > 0 ? TEXT : UNKNOWN;
    }

    private static boolean at(byte[] b, int from, String latin1) {
        if (b.length < from + latin1.length()) return false;
        for (int i = 0; i < latin1.length(); i++) if ((b[from + i] & 0xff) != latin1.charAt(i)) return false;
        return true;
    }
}
