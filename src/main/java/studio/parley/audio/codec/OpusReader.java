package studio.parley.audio.codec;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.SampleBuffer;
import studio.parley.problem.Problem;

/** Ogg Opus (RFC 7845) through Concentus: mono and stereo, always at 48 kHz, as the format requires. */
final class OpusReader {
    private static final int RATE = 48000;
    /** The longest packet: 120 ms. */
    private static final int LONGEST = 5760;

    private OpusReader() {}

    static DecodedAudio read(Ogg ogg, String name) {
        var head = ogg.packets().getFirst();
        if (head.length < 19) throw Problem.input(name + " is an Opus file with a damaged header. Export or download it again.");
        var b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int channels = b.get(9);
        int preSkip = b.getShort(10) & 0xffff;
        double gain = LevelStats.amplitude(b.getShort(16) / 256.0);
        if (b.get(18) != 0 || channels < 1 || channels > 2) {
            throw Problem.input(name + " is an Opus file with more than two channels. Convert it to WAV, mono or stereo.");
        }
        var out = new SampleBuffer(channels, RATE, name);
        int damaged = decode(ogg, out, channels, gain, name);
        var notices = new ArrayList<String>();
        if (!ogg.ended()) notices.add(name + " ends early. The part before was read.");
        if (damaged > 0) notices.add(DecodedAudio.damaged(name, damaged) + ". The damaged parts were left out.");
        long end = ogg.ended() ? ogg.granules().getLast() : Long.MAX_VALUE;
        var pcm = out.toPcm(preSkip, end > preSkip ? end : Long.MAX_VALUE, notices);
        return new DecodedAudio(pcm, DecodedAudio.describe("Ogg Opus", pcm), notices);
    }

    /** The first two packets are headers; returns how many of the others could not be decoded. */
    private static int decode(Ogg ogg, SampleBuffer out, int channels, double gain, String name) {
        var samples = new short[LONGEST * channels];
        var block = new float[channels][LONGEST];
        int damaged = 0;
        try {
            var decoder = new OpusDecoder(RATE, channels);
            for (int p = 2; p < ogg.packets().size(); p++) {
                int count = packet(decoder, ogg.packets().get(p), samples);
                if (count < 0) damaged++;
                for (int i = 0; i < count * channels; i++) block[i % channels][i / channels] = (float) (samples[i] / 32768.0 * gain);
                if (count > 0) out.append(block, 0, count);
            }
            return damaged;
        } catch (OpusException e) {
            throw new Problem(Problem.Kind.INPUT, name + " is an Opus file that cannot be decoded. Convert it to WAV.", e);
        }
    }

    private static int packet(OpusDecoder decoder, byte[] packet, short[] into) {
        try {
            return packet.length == 0 ? 0 : decoder.decode(packet, 0, packet.length, into, 0, LONGEST, false);
        } catch (OpusException | RuntimeException | AssertionError libraryGaveUp) {
            return -1;
        }
    }
}
