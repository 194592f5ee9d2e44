package studio.parley.studio.export;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import studio.parley.audio.Pcm;

/** MP3 through jump3r (LAME in Java) at a constant 128 kbit/s for each channel's worth of speech, with an ID3v2.4 tag. */
final class Mp3Encoder implements AudioEncoder {
    private final PartFile file;
    private final LameEncoder lame;
    private final int rate;
    private final int channels;
    private final byte[] coded;

    Mp3Encoder(Path file, int rate, int channels, Tags tags) {
        this.rate = rate;
        this.channels = channels;
        var source = new javax.sound.sampled.AudioFormat(rate, 16, channels, true, false);
        int mode = channels == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_JOINT_STEREO;
        this.lame = new LameEncoder(source, channels == 1 ? 128 : 192, mode, LameEncoder.QUALITY_HIGHEST, false);
        this.coded = new byte[Math.max(lame.getOutputBufferSize(), 1 << 16)];
        this.file = new PartFile(file);
        var tag = id3(tags);
        this.file.append(tag, tag.length);
    }

    @Override
    public void write(Pcm pcm) {
        if (pcm.rate() != rate || pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into MP3 at " + rate);
        int piece = lame.getPCMBufferSize() / (2 * channels);
        for (int from = 0; from < pcm.frames(); from += piece) {
            int to = Math.min(pcm.frames(), from + piece);
            var bytes = ByteBuffer.allocate((to - from) * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = from; i < to; i++) {
                for (int c = 0; c < channels; c++) bytes.putShort((short) Math.clamp((long) Math.rint(pcm.at(c, i) * 32768.0), -32768, 32767));
            }
            file.append(coded, Math.max(0, lame.encodeBuffer(bytes.array(), 0, bytes.capacity(), coded)));
        }
    }

    @Override
    public void commit() {
        file.append(coded, Math.max(0, lame.encodeFinish(coded)));
        file.commit();
    }

    @Override
    public void close() {
        lame.close();
        file.close();
    }

    /** Sizes in an ID3v2 tag have seven bits for each byte. */
    private static byte[] id3(Tags tags) {
        var frames = new ByteArrayOutputStream();
        frame(frames, "TIT2", tags.title());
        frame(frames, "TPE1", tags.artist());
        frame(frames, "TCON", "AI-generated");
        frame(frames, "TSSE", Tags.SOFTWARE);
        frame(frames, "COMM", "eng\0" + Tags.GENERATED);
        var out = ByteBuffer.allocate(10 + frames.size());
        out.put("ID3".getBytes(StandardCharsets.US_ASCII)).put((byte) 4).put((byte) 0).put((byte) 0).putInt(sevens(frames.size())).put(frames.toByteArray());
        return out.array();
    }

    private static void frame(ByteArrayOutputStream out, String id, String text) {
        if (text.isEmpty()) return;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(11 + bytes.length);
        frame.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(sevens(bytes.length + 1)).putShort((short) 0).put((byte) 3).put(bytes);
        out.writeBytes(Arrays.copyOf(frame.array(), frame.capacity()));
    }

    private static int sevens(int n) {
        return n & 0x7f | (n & 0x3f80) << 1 | (n & 0x1fc000) << 2 | (n & 0xfe00000) << 3;
    }
}
