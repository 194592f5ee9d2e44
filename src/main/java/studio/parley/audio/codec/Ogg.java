package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The first logical stream of an Ogg file as packets (RFC 3533). Damage is skipped: pages are found by their capture pattern, a packet
 * whose pieces do not match is dropped.
 *
 * @param packets in order
 * @param granules for each packet the position of its page if it is the last to end on that page, otherwise -1
 * @param ended whether the page with the end mark was found
 */
record Ogg(List<byte[]> packets, List<Long> granules, boolean ended) {
    static Ogg parse(byte[] b) {
        var packets = new ArrayList<byte[]>();
        var granules = new ArrayList<Long>();
        var open = new ByteArrayOutputStream();
        boolean ended = false;
        Integer serial = null;
        for (int at = find(b, 0); at >= 0 && !ended; ) {
            var page = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
            int table = at + 27;
            int segments = table <= b.length ? b[at + 26] & 0xff : 0;
            int body = table + segments;
            if (body > b.length) break;
            int mine = page.getInt(at + 14);
            if (serial == null) serial = mine;
            int data = body;
            if (serial == mine) {
                if ((b[at + 5] & 1) == 0) open.reset();
                for (int s = 0; s < segments; s++) {
                    int size = Math.min(b[table + s] & 0xff, b.length - data);
                    open.write(b, data, size);
                    data += size;
                    if ((b[table + s] & 0xff) == 255) continue;
                    packets.add(open.toByteArray());
                    granules.add(-1L);
                    open.reset();
                }
                if (!packets.isEmpty()) granules.set(packets.size() - 1, page.getLong(at + 6));
                ended = (b[at + 5] & 4) != 0;
            }
            at = find(b, serial == mine ? Math.max(data, at + 4) : at + 4);
        }
        return new Ogg(packets, granules, ended);
    }

    private static int find(byte[] b, int from) {
        for (int i = from; i + 27 <= b.length; i++) if (b[i] == 'O' && b[i + 1] == 'g' && b[i + 2] == 'g' && b[i + 3] == 'S') return i;
        return -1;
    }

    boolean begins(String latin1) {
        if (packets.isEmpty() || packets.getFirst().length < latin1.length()) return false;
        for (int i = 0; i < latin1.length(); i++) if ((packets.getFirst()[i] & 0xff) != latin1.charAt(i)) return false;
        return true;
    }
}
