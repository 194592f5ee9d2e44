package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an MPEG layer III file, extracted from whatever surrounds them (tags, cover pictures, damage), so that the decoder gets
 * only frames.
 *
 * @param stream the frames one after the other, without the one that carries the {@link LameTag}
 * @param count how many
 * @param samples per frame and channel: 1152, or 576 for MPEG 2 and 2.5
 * @param lost places where the frames were not contiguous
 */
record Mp3Frames(byte[] stream, int count, int rate, int channels, int samples, int lost, @Nullable LameTag tag) {
    private static final int[] KBPS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBPS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44100, 48000, 32000};

    /** The four header bytes of a frame. */
    private record Head(int version, int rate, int channels, int size) {
        boolean continues(@Nullable Head first) {
            return first == null || version == first.version && rate == first.rate && channels == first.channels;
        }
    }

    static Mp3Frames find(byte[] b) {
        var out = new ByteArrayOutputStream(b.length);
        Head first = null;
        LameTag tag = null;
        int count = 0;
        int lost = 0;
        int at = (int) Math.min(Id3.size(b), b.length);
        boolean inStep = true;
        while (at + 4 <= b.length) {
            var head = head(b, at);
            if (head == null || !head.continues(first) || at + head.size > b.length || !(inStep && count > 0 || followed(b, at, head))) {
                if (inStep && count > 0 && !trailer(b, at)) lost++;
                inStep = false;
                at++;
                continue;
            }
            if (first == null) tag = LameTag.find(b, at, head.version == 3, head.channels);
            if (first != null || tag == null) {
                out.write(b, at, head.size);
                count++;
            }
            first = head;
            inStep = true;
            at += head.size;
        }
        if (first == null) return new Mp3Frames(new byte[0], 0, 0, 0, 0, 0, null);
        return new Mp3Frames(out.toByteArray(), count, first.rate, first.channels, first.version == 3 ? 1152 : 576, lost, tag);
    }

    /** At the start, one frame is not enough evidence: another (or the end) must follow it. */
    private static boolean followed(byte[] b, int at, Head head) {
        int next = at + head.size;
        if (next + 4 > b.length) return true;
        var after = head(b, next);
        return after != null && after.continues(head) || trailer(b, next);
    }

    private static boolean trailer(byte[] b, int at) {
        if (b.length - at < 3) return false;
        return b[at] == 'T' && b[at + 1] == 'A' && b[at + 2] == 'G' || b[at] == 'A' && b[at + 1] == 'P' && b[at + 2] == 'E';
    }

    private static @Nullable Head head(byte[] b, int at) {
        if ((b[at] & 0xff) != 0xff || (b[at + 1] & 0xe0) != 0xe0 || (b[at + 1] >> 1 & 3) != 1) return null;
        int version = b[at + 1] >> 3 & 3;
        int rateCode = b[at + 2] >> 2 & 3;
        int kbpsCode = b[at + 2] >> 4 & 15;
        if (version == 1 || rateCode == 3 || kbpsCode == 0 || kbpsCode == 15) return null;
        int rate = RATES[rateCode] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int kbps = version == 3 ? KBPS_1[kbpsCode] : KBPS_2[kbpsCode];
        int size = (version == 3 ? 144 : 72) * kbps * 1000 / rate + (b[at + 2] >> 1 & 1);
        return new Head(version, rate, (b[at + 3] >> 6 & 3) == 3 ? 1 : 2, size);
    }
}
