package studio.parley.audio.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;

/** Opus in Ogg (RFC 7845) through Concentus: 48 kHz, frames of 20 ms, 96 kbit/s for mono. */
final class OpusFileEncoder implements AudioEncoder {
    private static final int FRAME = 960;
    private static final int RATE = 48000;

    private final ByteSink file;
    private final OggPages pages;
    private final OpusEncoder opus;
    private final int channels;
    private final int preSkip;
    private final short[] held;
    private final byte[] packet = new byte[4000];
    private int count;
    private long written;
    private long coded;

    OpusFileEncoder(ByteSink file, int channels, AudioTags tags) {
        this.channels = channels;
        this.held = new short[FRAME * channels];
        try {
            this.opus = new OpusEncoder(RATE, channels, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException e) {
            throw new IllegalStateException("48 kHz and " + channels + " channels", e);
        }
        opus.setBitrate(channels == 1 ? 96000 : 160000);
        opus.setComplexity(9);
        this.preSkip = opus.getLookahead();
        this.file = file;
        this.pages = new OggPages(this.file);
        var head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN).put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1)
                .put((byte) channels).putShort((short) preSkip).putInt(RATE).putShort((short) 0).put((byte) 0);
        pages.add(head.array(), 0);
        pages.flush(false);
        var comment = VorbisComment.of(tags.vorbis());
        pages.add(ByteBuffer.allocate(8 + comment.length).put("OpusTags".getBytes(StandardCharsets.US_ASCII)).put(comment).array(), 0);
        pages.flush(false);
    }

    @Override
    public void write(Pcm pcm) {
        if (pcm.rate() != RATE || pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into Opus");
        written += pcm.frames();
        for (int i = 0; i < pcm.frames(); i++) {
            for (int c = 0; c < channels; c++) held[count * channels + c] = (short) Math.clamp((long) Math.rint(pcm.at(c, i) * 32768.0), -32768, 32767);
            if (++count == FRAME) frame(false);
        }
    }

    private void frame(boolean last) {
        try {
            int length = opus.encode(held, 0, FRAME, packet, 0, packet.length);
            coded += FRAME;
            // The last position marks the end of the audio, inside the last packet.
            pages.add(Arrays.copyOf(packet, length), last ? preSkip + written : coded);
            count = 0;
        } catch (OpusException e) {
            throw new IllegalStateException("Opus refused a frame", e);
        }
    }

    /** Silence flushes the samples that the encoder still holds. */
    @Override
    public void commit() {
        do {
            Arrays.fill(held, count * channels, held.length, (short) 0);
            frame(coded + FRAME >= written + preSkip);
        } while (coded < written + preSkip);
        pages.flush(true);
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
