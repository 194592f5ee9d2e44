package studio.parley.audio.wav;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A named position in a WAV file, as editors show it: a cue point with a label. */
public record WavCuePoint(long frame, String label) {
    /** The {@code cue } and {@code LIST adtl} chunks; empty without marks. */
    public static byte[] chunks(List<WavCuePoint> marks) {
        if (marks.isEmpty()) return new byte[0];
        var labels = new ByteArrayOutputStream();
        var cues = little(12 + 24 * marks.size()).put(ascii("cue ")).putInt(4 + 24 * marks.size()).putInt(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            int at = (int) Math.min(Integer.MAX_VALUE, marks.get(i).frame());
            cues.putInt(i + 1).putInt(at).put(ascii("data")).putInt(0).putInt(0).putInt(at);
            var text = marks.get(i).label().getBytes(StandardCharsets.UTF_8);
            int length = text.length + 1;
            labels.writeBytes(little(12 + length + (length & 1)).put(ascii("labl")).putInt(4 + length).putInt(i + 1).put(text).array());
        }
        var list = little(12 + labels.size()).put(ascii("LIST")).putInt(4 + labels.size()).put(ascii("adtl")).put(labels.toByteArray());
        return little(cues.capacity() + list.capacity()).put(cues.flip()).put(list.flip()).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
