package studio.parley.audio.codec;

import java.util.ArrayList;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.SampleBuffer;

/**
 * A FLAC decoder (RFC 9639): every subset stream up to 32 bits, 8 channels. Each frame's checksum is verified; a damaged frame is replaced
 * by silence and reported.
 */
final class FlacReader {
    private final byte[] bytes;
    private final String name;
    private final FlacInfo info;
    private final SampleBuffer out;
    private final long[][] block = new long[8][65536];
    private int damaged;

    private FlacReader(byte[] bytes, int from, String name) {
        this.bytes = bytes;
        this.name = name;
        this.info = FlacInfo.parse(bytes, from, name);
        this.out = new SampleBuffer(info.channels(), info.rate(), name);
    }

    /** A native FLAC stream that begins at {@code from} with "fLaC". */
    static DecodedAudio read(byte[] bytes, int from, String kind, String name) {
        return new FlacReader(bytes, from, name).decode(kind);
    }

    private DecodedAudio decode(String kind) {
        int at = info.audioAt();
        boolean inSync = true;
        while (at < bytes.length) {
            var header = FlacHeader.at(bytes, at, info);
            int end = header == null ? -1 : frame(header, at);
            if (end < 0 && inSync) damaged++;
            inSync = end >= 0;
            at = inSync ? end : nextSync(at + 1);
        }
        var notices = new ArrayList<String>();
        if (damaged > 0) notices.add(DecodedAudio.damaged(name, damaged) + ". The damaged parts were replaced by silence.");
        if (info.frames() > out.frames()) notices.add(name + " ends early. The part before was read.");
        var pcm = out.toPcm(info.frames() > 0 ? info.frames() : Long.MAX_VALUE);
        return new DecodedAudio(pcm, DecodedAudio.describe(kind + ", " + info.bits() + "-bit", pcm), notices);
    }

    private int nextSync(int from) {
        int at = from;
        while (at < bytes.length - 1 && !(bytes[at] == (byte) 0xff && (bytes[at + 1] & 0xfe) == 0xf8)) at++;
        return at >= bytes.length - 1 ? bytes.length : at;
    }

    /** Decodes a frame and returns its end, or -1 if it is damaged. */
    private int frame(FlacHeader h, int at) {
        if (h.channels() != info.channels() || h.rate() != info.rate() || h.bits() != info.bits()) return -1;
        var in = new BitReader(bytes, h.body(), bytes.length);
        try {
            for (int c = 0; c < h.channels(); c++) {
                boolean side = h.assignment() == 8 && c == 1 || h.assignment() == 9 && c == 0 || h.assignment() == 10 && c == 1;
                FlacSubframe.read(in, block[c], h.blockSize(), h.bits() + (side ? 1 : 0));
            }
            in.toByte();
            int body = in.position();
            if (in.number(16) != FlacCrc.sixteen(bytes, at, body)) return -1;
        } catch (BitReader.Damaged e) {
            return -1;
        }
        decorrelate(h.assignment(), h.blockSize());
        long gap = h.start() - out.frames();
        if (gap > 0 && (info.frames() == 0 ? gap < 10L * info.rate() : h.start() < info.frames()) && damaged > 0) out.silence(gap);
        out.append(block, h.blockSize(), 1.0 / (1L << h.bits() - 1));
        return in.position();
    }

    private void decorrelate(int assignment, int n) {
        var a = block[0];
        var b = block[1];
        switch (assignment) {
            case 8 -> { for (int i = 0; i < n; i++) b[i] = a[i] - b[i]; }
            case 9 -> { for (int i = 0; i < n; i++) a[i] += b[i]; }
            case 10 -> {
                for (int i = 0; i < n; i++) {
                    long mid = a[i] << 1 | b[i] & 1;
                    a[i] = mid + b[i] >> 1;
                    b[i] = mid - b[i] >> 1;
                }
            }
            default -> { }
        }
    }
}
