package studio.parley.audio.codec;

import studio.parley.problem.Problem;

/**
 * The STREAMINFO block of a FLAC stream and where its frames begin.
 *
 * @param blockSize samples per frame of a stream with fixed block size
 * @param frames total samples per channel; 0 if the encoder did not know
 * @param audioAt first byte after the metadata
 */
record FlacInfo(int blockSize, int rate, int channels, int bits, long frames, int audioAt) {
    static FlacInfo parse(byte[] b, int from, String name) {
        try {
            var in = new BitReader(b, from, b.length);
            in.bits(32);
            boolean last = in.bits(1) == 1;
            if (in.number(7) != 0 || in.number(24) != 34) throw new BitReader.Damaged("no STREAMINFO");
            int blockSize = in.number(16);
            in.bits(16);
            in.bits(48);
            int rate = in.number(20);
            int channels = in.number(3) + 1;
            int bits = in.number(5) + 1;
            long frames = in.bits(36);
            int at = from + 4 + 4 + 34;
            while (!last) {
                var block = new BitReader(b, at, b.length);
                last = block.bits(1) == 1;
                block.bits(7);
                at = Math.addExact(at + 4, block.number(24));
            }
            if (rate == 0) throw new BitReader.Damaged("no sample rate");
            return new FlacInfo(blockSize, rate, channels, bits, frames, Math.min(at, b.length));
        } catch (BitReader.Damaged | ArithmeticException e) {
            throw Problem.input(name + " is a FLAC file with a damaged header. Export it again.");
        }
    }
}
