package studio.parley.audio.codec;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.AtomicFile;

/** MP3 through jump3r (LAME in Java) at a constant 192 kbit/s (160 below 32 kHz, the maximum there), with an ID3v2.4 tag. */
final class Mp3Encoder implements AudioEncoder {
    private final AtomicFile file;
    private final LameEncoder lame;
    private final int rate;
    private final int channels;
    private final byte[] coded;
    /** LAME's presets lower the level, by 0.95 at 160 kbit/s and 0.97 at 192; this compensates for it. */
    private final double level;

    Mp3Encoder(Path file, int rate, int channels, AudioTags tags) {
        this.rate = rate;
        this.channels = channels;
        this.level = 32768 / (rate < 32000 ? 0.95 : 0.97);
        var source = new javax.sound.sampled.AudioFormat(rate, 16, channels, true, false);
        int mode = channels == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_JOINT_STEREO;
        this.lame = new LameEncoder(source, rate < 32000 ? 160 : 192, mode, LameEncoder.QUALITY_HIGHEST, false);
        this.coded = new byte[Math.max(lame.getOutputBufferSize(), 1 << 16)];
        this.file = AtomicFile.create(file);
        var tag = Id3Tag.of(tags);
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
}
