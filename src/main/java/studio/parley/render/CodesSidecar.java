package studio.parley.render;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.CRC32;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.speech.mimi.Codes;

/**
 * The codes of a clip in the store: version, codebooks, frames, ids as 16-bit numbers, CRC-32 of all that (not in the first version).
 * Invalid data counts as missing.
 */
final class CodesSidecar {
    private static final int UNCHECKED = 0x504c4331;
    private static final int CHECKED = 0x504c4332;
    private static final int MOST = 1 << 24;

    private CodesSidecar() {}

    static void put(ClipStore clipStore, ClipId clip, String name, Codes codes) {
        var bytes = ByteBuffer.allocate(16 + 2 * codes.frames() * codes.codebooks());
        bytes.putInt(CHECKED).putInt(codes.codebooks()).putInt(codes.frames());
        for (int f = 0; f < codes.frames(); f++) for (int k = 0; k < codes.codebooks(); k++) bytes.putShort((short) codes.at(f, k));
        bytes.putInt(crc(bytes.array(), bytes.position()));
        clipStore.putSidecar(clip, name, bytes.array());
    }

    static Optional<Codes> get(ClipStore clipStore, ClipId clip, String name) {
        return clipStore.sidecar(clip, name).flatMap(CodesSidecar::parse);
    }

    static Optional<Codes> parse(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        if (file.length < 12) return Optional.empty();
        int version = bytes.getInt();
        if (version == CHECKED && bytes.getInt(file.length - 4) != crc(file, file.length - 4)) return Optional.empty();
        if (version == CHECKED) bytes.limit(file.length - 4);
        else if (version != UNCHECKED) return Optional.empty();
        if (bytes.remaining() < 8) return Optional.empty();
        int codebooks = bytes.getInt();
        int count = bytes.getInt();
        if (codebooks < 1 || codebooks > 256 || count < 0 || count > MOST) return Optional.empty();
        if (bytes.remaining() != 2L * codebooks * count) return Optional.empty();
        var frames = new ArrayList<int[]>(count);
        for (int f = 0; f < count; f++) {
            var frame = new int[codebooks];
            for (int k = 0; k < codebooks; k++) frame[k] = bytes.getShort() & 0xffff;
            frames.add(frame);
        }
        return Optional.of(Codes.of(codebooks, frames));
    }

    private static int crc(byte[] bytes, int count) {
        var crc = new CRC32();
        crc.update(bytes, 0, count);
        return (int) crc.getValue();
    }
}
