package studio.parley.audio.codec;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.util.ArrayList;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.audio.pcm.SampleBuffer;
import studio.parley.problem.Problem;

/** Ogg Vorbis through JOrbis, packet by packet; length and start come from the positions in the stream. */
final class VorbisReader {
    private final Info info = new Info();
    private final DspState dsp = new DspState();
    private final String name;
    private int damaged;

    private VorbisReader(String name) {
        this.name = name;
    }

    static DecodedAudio read(Ogg ogg, String name) {
        return new VorbisReader(name).decode(ogg);
    }

    private DecodedAudio decode(Ogg ogg) {
        heads(ogg);
        var out = new SampleBuffer(info.channels, info.rate, name);
        var block = new Block(dsp);
        long skip = 0;
        long end = Long.MAX_VALUE;
        boolean placed = false;
        for (int p = 3; p < ogg.packets().size(); p++) {
            long granule = ogg.granules().get(p);
            decode(packet(ogg.packets().get(p), p, granule), block, out);
            if (granule < 0) continue;
            boolean last = p == ogg.packets().size() - 1;
            // The first stated position tells where the stream begins; samples before 0 are only for warm-up.
            if (!placed && !last) skip = Math.max(0, out.frames() - granule);
            placed = true;
            if (last && ogg.ended() && granule + skip < out.frames()) end = granule + skip;
        }
        var notices = new ArrayList<String>();
        if (!ogg.ended()) notices.add(name + " ends early. The part before was read.");
        if (damaged > 0) notices.add(DecodedAudio.damaged(name, damaged) + ". The damaged parts were left out.");
        var pcm = out.toPcm(skip, end, notices);
        return new DecodedAudio(pcm, DecodedAudio.describe("Ogg Vorbis", pcm), notices);
    }

    private void heads(Ogg ogg) {
        try {
            info.init();
            var comment = new Comment();
            comment.init();
            for (int p = 0; p < 3; p++) {
                if (p >= ogg.packets().size() || info.synthesis_headerin(comment, packet(ogg.packets().get(p), p, 0)) < 0) throw broken();
            }
            if (info.channels < 1 || info.channels > 8 || info.rate < 1000 || info.rate > 1_000_000) throw broken();
            dsp.synthesis_init(info);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError libraryGaveUp) {
            throw broken();
        }
    }

    private Problem broken() {
        return Problem.input(name + " is an Ogg Vorbis file with a damaged header. Export or download it again.");
    }

    private void decode(Packet packet, Block block, SampleBuffer out) {
        try {
            if (block.synthesis(packet) != 0) {
                damaged++;
                return;
            }
            dsp.synthesis_blockin(block);
        } catch (RuntimeException libraryGaveUp) {
            damaged++;
            return;
        }
        var pcm = new float[1][][];
        var at = new int[info.channels];
        int count;
        while ((count = dsp.synthesis_pcmout(pcm, at)) > 0) {
            out.append(pcm[0], at[0], count);
            dsp.synthesis_read(count);
        }
    }

    private static Packet packet(byte[] bytes, int number, long granule) {
        var p = new Packet();
        p.packet_base = bytes;
        p.bytes = bytes.length;
        p.b_o_s = number == 0 ? 1 : 0;
        p.granulepos = granule;
        p.packetno = number;
        return p;
    }
}
