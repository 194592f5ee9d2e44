package studio.parley.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import studio.parley.audio.codec.AudioFiles;

/**
 * Compares every file named on the command line with what ffmpeg decodes it to: length and largest difference. A tool, not a test;
 * {@code java -cp target/classes:target/test-classes:target/lib/* studio.parley.audio.DecoderCheck FILE...}
 */
public final class DecoderCheck {
    private DecoderCheck() {}

    public static void main(String[] files) throws IOException {
        for (var file : files) {
            long start = System.nanoTime();
            var sound = AudioFiles.decode(Path.of(file));
            double seconds = (System.nanoTime() - start) / 1e9;
            var theirs = ffmpeg(file);
            int channels = sound.pcm().channels();
            double worst = 0;
            for (int i = 0; i < Math.min(theirs.length / channels, sound.pcm().frames()); i++) {
                for (int c = 0; c < channels; c++) worst = Math.max(worst, Math.abs(theirs[i * channels + c] - sound.pcm().at(c, i)));
            }
            System.out.printf("%-28s %-44s frames %8d, ffmpeg %8d, difference %.2g, %.0f x real time %s%n", Path.of(file).getFileName(),
                    sound.format(), sound.pcm().frames(), theirs.length / channels, worst, sound.pcm().seconds() / seconds, sound.notices());
        }
    }

    private static float[] ffmpeg(String file) throws IOException {
        var process = new ProcessBuilder(List.of("ffmpeg", "-v", "error", "-i", file, "-f", "f32le", "-c:a", "pcm_f32le", "-"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var bytes = ByteBuffer.wrap(process.getInputStream().readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var out = new float[bytes.remaining()];
        bytes.get(out);
        return out;
    }
}
