package studio.parley.audio.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.parley.io.ByteSink;

/** Packs the packets of one stream into Ogg pages (RFC 3533), about a second of audio each. */
final class OggPages {
    private static final int SERIAL = 0x5041524c;
    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int r = i << 24;
            for (int k = 0; k < 8; k++) r = r << 1 ^ (r < 0 ? 0x04c11db7 : 0);
            CRC[i] = r;
        }
    }

    private final ByteSink file;
    private final List<byte[]> packets = new ArrayList<>();
    private int segments;
    private int sequence;
    private long granule;

    OggPages(ByteSink file) {
        this.file = file;
    }

    /** Adds a packet; {@code position} is the stream's sample count at its end. A page takes 255 segments of 255 bytes. */
    void add(byte[] packet, long position) {
        int needed = packet.length / 255 + 1;
        if (needed > 255) throw new IllegalArgumentException("a packet of " + packet.length + " bytes");
        if (segments + needed > 255 || packets.size() >= 50) flush(false);
        packets.add(packet);
        segments += needed;
        granule = position;
    }

    void flush(boolean last) {
        if (packets.isEmpty() && !last) return;
        int body = packets.stream().mapToInt(p -> p.length).sum();
        var page = ByteBuffer.allocate(27 + segments + body).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) ((sequence == 0 ? 2 : 0) | (last ? 4 : 0)));
        page.putLong(granule).putInt(SERIAL).putInt(sequence++).putInt(0).put((byte) segments);
        for (var packet : packets) {
            for (int i = 0; i < packet.length / 255; i++) page.put((byte) 255);
            page.put((byte) (packet.length % 255));
        }
        packets.forEach(page::put);
        int crc = 0;
        for (byte b : page.array()) crc = crc << 8 ^ CRC[crc >>> 24 ^ b & 0xff];
        page.putInt(22, crc);
        file.write(page.array(), page.capacity());
        packets.clear();
        segments = 0;
    }
}
