package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An ID3v2.4 tag with chapter frames (ID3v2 Chapter Frame Addendum 1.0). */
final class Id3Tag {
    /** The count in a table of contents is one byte. */
    private static final int MOST_CHAPTERS = 255;

    private Id3Tag() {}

    static byte[] of(AudioTags tags) {
        var frames = new ByteArrayOutputStream();
        text(frames, "TIT2", tags.title());
        text(frames, "TPE1", tags.artist());
        text(frames, "TCON", "AI-generated");
        text(frames, "TSSE", AudioTags.SOFTWARE);
        text(frames, "COMM", "eng\0" + AudioTags.GENERATED);
        chapters(frames, tags);
        var out = ByteBuffer.allocate(10 + frames.size());
        out.put("ID3".getBytes(StandardCharsets.US_ASCII)).put((byte) 4).put((byte) 0).put((byte) 0).putInt(sevens(frames.size()))
                .put(frames.toByteArray());
        return out.array();
    }

    private static void chapters(ByteArrayOutputStream out, AudioTags tags) {
        int count = Math.min(MOST_CHAPTERS, tags.chapters().size());
        if (count == 0) return;
        var contents = new ByteArrayOutputStream();
        // Top level, and in order.
        contents.writeBytes(new byte[] {'t', 'o', 'c', 0, 3, (byte) count});
        for (int i = 0; i < count; i++) contents.writeBytes(id(i));
        frame(out, "CTOC", contents.toByteArray());
        for (int i = 0; i < count; i++) {
            var chapter = tags.chapters().get(i);
            var body = new ByteArrayOutputStream();
            body.writeBytes(id(i));
            body.writeBytes(ByteBuffer.allocate(16).putInt((int) chapter.fromMillis()).putInt((int) chapter.toMillis()).putInt(-1)
                    .putInt(-1).array());
            text(body, "TIT2", chapter.label());
            frame(out, "CHAP", body.toByteArray());
        }
    }

    private static byte[] id(int number) {
        return ("chp" + number + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** Text frames begin with their encoding: 3 is UTF-8. */
    private static void text(ByteArrayOutputStream out, String id, String text) {
        if (!text.isEmpty()) frame(out, id, ("\3" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static void frame(ByteArrayOutputStream out, String id, byte[] body) {
        var head = ByteBuffer.allocate(10).put(id.getBytes(StandardCharsets.US_ASCII)).putInt(sevens(body.length)).putShort((short) 0);
        out.writeBytes(head.array());
        out.writeBytes(body);
    }

    /** Sizes in an ID3v2 tag have seven bits per byte. */
    private static int sevens(int n) {
        return n & 0x7f | (n & 0x3f80) << 1 | (n & 0x1fc000) << 2 | (n & 0xfe00000) << 3;
    }
}
