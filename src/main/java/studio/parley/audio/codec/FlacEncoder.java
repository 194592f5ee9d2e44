package studio.parley.audio.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;

/**
 * FLAC, 16 or 24 bits (RFC 9639): blocks of 4096, fixed predictors, checksums and MD5. Our own, because the only library (java-flac-encoder
 * 0.3.7) fails on short inputs.
 */
public final class FlacEncoder implements AudioEncoder {
    private static final int BLOCK = 4096;

    private final ByteSink file;
    private final int rate;
    private final int bits;
    private final int[][] held;
    private final MessageDigest md5;
    private final BitWriter out = new BitWriter();
    private int count;
    private long total;
    private long block;
    private int smallest = 0xffffff;
    private int largest;

    FlacEncoder(ByteSink file, int rate, int channels, int bits, AudioTags tags) {
        if (channels < 1 || channels > 8) throw new IllegalArgumentException(channels + " channels");
        this.rate = rate;
        this.bits = bits;
        this.held = new int[channels][BLOCK];
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
        this.file = file;
        var comment = VorbisComment.of(tags.vorbis());
        var head = ByteBuffer.allocate(4 + 38 + 4 + comment.length);
        head.put("fLaC".getBytes(StandardCharsets.US_ASCII)).put(info(new byte[16]));
        head.putInt(0x84 << 24 | comment.length).put(comment);
        this.file.write(head.array(), head.capacity());
    }

    @Override
    public void write(Pcm pcm) {
        if (pcm.rate() != rate || pcm.channels() != held.length) throw new IllegalArgumentException(pcm + " into FLAC at " + rate);
        int full = 1 << bits - 1;
        for (int i = 0; i < pcm.frames(); i++) {
            for (int c = 0; c < held.length; c++) held[c][count] = Math.clamp((long) Math.rint(pcm.at(c, i) * (double) full), -full, full - 1);
            if (++count == BLOCK) flush();
        }
    }

    private void flush() {
        digest();
        out.clear();
        out.put(0x3ffe << 2, 16);
        out.put(7, 4);
        out.put(0, 4);
        out.put(held.length - 1, 4);
        out.put(bits == 16 ? 4 : 6, 3);
        out.put(0, 1);
        utf8(block++);
        out.put(count - 1, 16);
        out.put(crc8(out.bytes(), out.size()), 8);
        for (var channel : held) FlacSubframes.write(out, channel, count, bits);
        out.align();
        out.put(crc16(out.bytes(), out.size()), 16);
        smallest = Math.min(smallest, out.size());
        largest = Math.max(largest, out.size());
        file.write(out.bytes(), out.size());
        total += count;
        count = 0;
    }

    private void digest() {
        var raw = new byte[count * held.length * bits / 8];
        int at = 0;
        for (int i = 0; i < count; i++) for (var c : held) for (int b = 0; b < bits; b += 8) raw[at++] = (byte) (c[i] >> b);
        md5.update(raw);
    }

    /** The frame number in the extended UTF-8 of the format. */
    private void utf8(long n) {
        if (n < 0x80) {
            out.put(n, 8);
            return;
        }
        int more = 1;
        while (n >= 1L << 5 * more + 6) more++;
        out.put((0xff80 >> more & 0xff) | n >> 6 * more, 8);
        for (int i = more - 1; i >= 0; i--) out.put(0x80 | n >> 6 * i & 0x3f, 8);
    }

    public static int crc8(byte[] bytes, int count) {
        int crc = 0;
        for (int i = 0; i < count; i++) {
            crc ^= bytes[i] & 0xff;
            for (int b = 0; b < 8; b++) crc = (crc << 1 ^ ((crc & 0x80) != 0 ? 0x107 : 0)) & 0xff;
        }
        return crc;
    }

    public static int crc16(byte[] bytes, int count) {
        int crc = 0;
        for (int i = 0; i < count; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int b = 0; b < 8; b++) crc = (crc << 1 ^ ((crc & 0x8000) != 0 ? 0x18005 : 0)) & 0xffff;
        }
        return crc;
    }

    @Override
    public void commit() {
        if (count > 0) flush();
        file.patch(4, ByteBuffer.wrap(info(md5.digest())));
        file.commit();
    }

    /** The first metadata block; until the end everything that depends on the audio is 0, which means unknown. */
    private byte[] info(byte[] digest) {
        var info = new BitWriter();
        info.put(0, 8);
        info.put(34, 24);
        info.put(BLOCK, 16);
        info.put(BLOCK, 16);
        info.put(total == 0 ? 0 : smallest, 24);
        info.put(largest, 24);
        info.put(rate, 20);
        info.put(held.length - 1, 3);
        info.put(bits - 1, 5);
        info.put(total >> 32, 4);
        info.put(total, 32);
        for (byte b : digest) info.put(b, 8);
        return Arrays.copyOf(info.bytes(), info.size());
    }

    @Override
    public void close() {
        file.close();
    }
}
