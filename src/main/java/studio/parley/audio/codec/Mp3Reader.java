package studio.parley.audio.codec;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.Obuffer;
import studio.parley.audio.pcm.AudioLimits;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.SampleBuffer;
import studio.parley.problem.Problem;

/**
 * MPEG layer III through JLayer. With a LAME tag the result is exactly the encoded samples; without one, the decoder's own delay is
 * removed.
 */
final class Mp3Reader {
    /** Collects one frame; JLayer returns 16-bit samples channel by channel, with full scale as 32700. */
    private static final class Frame extends Obuffer {
        final float[][] samples;
        final int[] filled;

        Frame(int channels, int size) {
            samples = new float[channels][size];
            filled = new int[channels];
        }

        @Override
        public void append(int channel, short value) {
            if (filled[channel] < samples[channel].length) samples[channel][filled[channel]++] = value / 32700f;
        }

        void clear() {
            for (int c = 0; c < filled.length; c++) {
                java.util.Arrays.fill(samples[c], 0);
                filled[c] = 0;
            }
        }

        @Override
        public void write_buffer(int val) {}

        @Override
        public void close() {}

        @Override
        public void clear_buffer() {}

        @Override
        public void set_stop_flag() {}
    }

    private Mp3Reader() {}

    static DecodedAudio read(byte[] bytes, String name) {
        var frames = Mp3Frames.find(bytes);
        if (frames.count() == 0) throw Problem.input(name + " contains no MP3 frames. Export or download it again.");
        AudioLimits.check(name, (long) frames.count() * frames.samples(), frames.channels(), frames.rate());
        var out = new SampleBuffer(frames.channels(), frames.rate(), name);
        int damaged = frames.lost() + decode(frames, out);
        var notices = new ArrayList<String>();
        if (damaged > 0) notices.add(DecodedAudio.damaged(name, damaged) + ". The parts that can be decoded were read.");
        long from = LameTag.DECODER_DELAY;
        long to = Long.MAX_VALUE;
        var tag = frames.tag();
        if (tag != null && tag.delay() >= 0) {
            from += tag.delay();
            to = out.frames() - Math.max(0, tag.padding() - LameTag.DECODER_DELAY);
        }
        var pcm = out.toPcm(from < out.frames() ? from : 0, to, notices);
        return new DecodedAudio(pcm, DecodedAudio.describe("MP3", pcm), notices);
    }

    /** Every frame yields its number of samples, silence if it cannot be decoded; returns how many could not. */
    private static int decode(Mp3Frames frames, SampleBuffer out) {
        var stream = new Bitstream(new ByteArrayInputStream(frames.stream()));
        var decoder = new Decoder();
        var frame = new Frame(frames.channels(), frames.samples());
        decoder.setOutputBuffer(frame);
        int damaged = 0;
        for (int i = 0; i < frames.count(); i++) {
            frame.clear();
            try {
                var header = stream.readFrame();
                if (header == null) break;
                decoder.decodeFrame(header, stream);
            } catch (JavaLayerException | RuntimeException libraryGaveUp) {
                damaged++;
            }
            stream.closeFrame();
            out.append(frame.samples, 0, frames.samples());
        }
        return damaged;
    }
}
