package studio.parley.convert.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.parley.problem.Problem;

/** Files often mistaken for safetensors, recognised by their first bytes, each with its own remedy. */
public final class ForeignFormat {
    private ForeignFormat() {}

    static void check(Path path, MemorySegment bytes) {
        var start = bytes.asSlice(0, Math.min(40, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        var text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("version https://git-lfs")) {
            throw Problem.model(path + " is a Git LFS pointer, not the weights. Run \"git lfs pull\" in its folder or download the file "
                    + "itself.");
        }
        if (text.startsWith("<!DOCTYPE") || text.startsWith("<html")) {
            throw Problem.model(path + " is a web page, not the weights. Sign in at the model's web site and download "
                    + "it again.");
        }
        if (text.startsWith("GGUF")) {
            throw Problem.model(path + " is a GGUF file, which Parley does not read. Convert from the original safetensors.");
        }
        if (text.startsWith("PK\3\4") || text.startsWith("\u0080\2") || text.startsWith("\u0080\4")) {
            throw pickle(path);
        }
    }

    /** The message about a {@code .pt}, {@code .bin} or {@code .ckpt} file. */
    public static Problem pickle(Path path) {
        return Problem.model(path + " is a PyTorch pickle, which can run any code when opened, so Parley does not read it. "
                + "Use the model's .safetensors file, or save it with safetensors.torch.save_file.");
    }
}
