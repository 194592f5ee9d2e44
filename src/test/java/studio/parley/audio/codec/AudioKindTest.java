package studio.parley.audio.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.parley.audio.ArrayBytes;

/** By their first bytes, as the formats' own documents give them. */
class AudioKindTest {
    private static String head(AudioKind kind) {
        return switch (kind) {
            case WAV -> "RIFF\0\0\0\0WAVEfmt ";
            case FLAC -> "fLaC\0\0\0\42";
            case MP3 -> "\u00ff\u00fb\u0090\u0064";
            case OGG -> "OggS\0\2";
            case AIFF -> "FORM\0\0\0\0AIFFCOMM";
            case AU -> ".snd\0\0\0\30";
            case BIG_ENDIAN_WAV -> "RIFX\0\0\0\0WAVEfmt ";
            case WAVE64 -> "riff\u002e\u0091\u00cf\u0011\u00a5\u00d6\u0028\u00db";
            case MPEG_1_2 -> "\u00ff\u00fd\u0090\u0064";
            case AAC -> "\u00ff\u00f1\u0050\u0080";
            case MP4 -> "\0\0\0\40ftypM4A ";
            case MATROSKA -> "\u001aE\u00df\u00a3\u009f";
            case WINDOWS_MEDIA -> "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9";
            case CAF -> "caff\0\1";
            case WAVPACK -> "wvpk\0\0";
            case APE -> "MAC \u0096\17";
            case AMR -> "#!AMR\n";
            case MIDI -> "MThd\0\0\0\6";
            case TEXT -> "Ann: Hello.\r\n\t~";
            case UNKNOWN -> "\1\2\3\4";
        };
    }

    private static AudioKind kind(String head) throws IOException {
        return AudioKind.of(new ArrayBytes(head.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsKnown(AudioKind kind) throws IOException {
        assertEquals(kind, kind(head(kind)));
    }

    @Test
    void aWaveFileMayBeLargerThanFourGigabytes() throws IOException {
        assertEquals(AudioKind.WAV, kind("RF64\u00ff\u00ff\u00ff\u00ffWAVEds64"));
        assertEquals(AudioKind.WAV, kind("BW64\u00ff\u00ff\u00ff\u00ffWAVEds64"));
        assertEquals(AudioKind.UNKNOWN, kind("RIFF\0\0\0\0AVI LIST"));
    }

    /** A tag of 200 bytes (seven bits a byte: 1, 72) in front says nothing about what follows. */
    @Test
    void aTagInFrontIsPassedOver() throws IOException {
        var tag = "ID3\4\0\0\0\0\1\110" + "x".repeat(200);
        for (var kind : new AudioKind[] {AudioKind.FLAC, AudioKind.AAC, AudioKind.MPEG_1_2, AudioKind.MP3}) {
            assertEquals(kind, kind(tag + head(kind) + " ".repeat(16)), kind + "");
        }
        assertEquals(AudioKind.MP3, kind(tag + "padding of some kind"));
        assertEquals(AudioKind.MP3, kind(tag + "fLaC"), "too short to hold a sound of any kind");
    }

    @Test
    void aTextHasNoControlCharacters() throws IOException {
        for (int c : new int[] {8, 14, 31, 127}) assertEquals(AudioKind.UNKNOWN, kind("abc" + (char) c), c + "");
        for (int c : new int[] {9, 13, 32, 126, 200}) assertEquals(AudioKind.TEXT, kind("abc" + (char) c), c + "");
        assertEquals(AudioKind.UNKNOWN, kind(""));
    }

    @Test
    void onlyTheFirstBytesAreLookedAt() throws IOException {
        var text = new byte[1000];
        Arrays.fill(text, 0, 64, (byte) 'a');
        assertEquals(AudioKind.TEXT, AudioKind.of(new ArrayBytes(text)));
    }
}
