package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import studio.parley.audio.pcm.DecodedAudio;
import studio.parley.problem.Problem;

/** Passes an Ogg file to the decoder of its content: Vorbis, Opus or FLAC; others are rejected by name. */
final class OggReader {
    private OggReader() {}

    static DecodedAudio read(byte[] bytes, String name) {
        var ogg = Ogg.parse(bytes);
        if (ogg.begins("\u0001vorbis")) return VorbisReader.read(ogg, name);
        if (ogg.begins("\u007fFLAC") && ogg.packets().getFirst().length > 13) return flac(ogg, name);
        if (ogg.begins("OpusHead")) return OpusReader.read(ogg, name);
        var inside = ogg.begins("Speex") ? "Speex" : "an unknown codec";
        throw Problem.input(name + " is an Ogg file with " + inside + " audio, which Parley cannot read. Convert it to WAV.");
    }

    /** Ogg FLAC: nine bytes before the native header, then one packet per metadata block or frame. */
    private static DecodedAudio flac(Ogg ogg, String name) {
        var stream = new ByteArrayOutputStream();
        var head = ogg.packets().getFirst();
        stream.write(head, 9, head.length - 9);
        for (var packet : ogg.packets().subList(1, ogg.packets().size())) stream.writeBytes(packet);
        return FlacReader.read(stream.toByteArray(), 0, "Ogg FLAC", name);
    }
}
