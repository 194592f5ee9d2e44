package studio.parley.audio.codec;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;

/** MP3 through jump3r (LAME in Java) at a constant 192 kbit/s (160 below 32 kHz, the maximum there), with an ID3v2.4 tag. */
final class Mp3Encoder implements AudioEncoder {
    /** The count in a table of contents is one byte. */
    private static final int MOST_CHAPTERS = 255;
    private final ByteSink file;
    private final LameEncoder lame;
    private final int rate;
    private final int channels;
    private final byte[] coded;
    /** LAME's presets lower the level, by 0.95 at 160 kbit/s and 0.97 at 192; this compensates for it. */
    private final double level;

    Mp3Encoder(ByteSink file, int rate, int channels, AudioTags tags) {
        this.rate = rate;
        this.channels = channels;
        this.level = 32768 / (rate < 32000 ? 0.95 : 0.97);
        var source = new javax.sound.sampled.AudioFormat(rate, 16, channels, true, false);
        int mode = channels == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_JOINT_STEREO;
        this.lame = new LameEncoder(source, rate < 32000 ? 160 : 192, mode, LameEncoder.QUALITY_HIGHEST, false);
        this.coded = new byte[Math.max(lame.getOutputBufferSize(), 1 << 16)];
        this.file = file;
        var tag = id3(tags);
        this.file.write(tag, tag.length);
    }

    @Override
    public void write(Pcm pcm) {
        if (pcm.rate() != rate || pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into MP3 at " + rate);
        int piece = lame.getPCMBufferSize() / (2 * channels);
        for (int from = 0; from < pcm.frames(); from += piece) {
            int to = Math.min(pcm.frames(), from + piece);
            var bytes = ByteBuffer.allocate((to - from) * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = from; i < to; i++) {
                for (int c = 0; c < channels; c++) bytes.putShort((short) Math.clamp((long) Math.rint(pcm.at(c, i) * level), -32768,
                        32767));
            }
            file.write(coded, Math.max(0, lame.encodeBuffer(bytes.array(), 0, bytes.capacity(), coded)));
        }
    }

    @Override
    public void commit() {
        file.write(coded, Math.max(0, lame.encodeFinish(coded)));
        file.commit();
    }

    @Override
    public void close() {
        lame.close();
        file.close();
    }

    /** An ID3v2.4 tag with chapter frames (ID3v2 Chapter Frame Addendum 1.0). */
    private static byte[] id3(AudioTags tags) {
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
