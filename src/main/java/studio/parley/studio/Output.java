package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import studio.parley.audio.Pcm;
import studio.parley.audio.SampleFormat;
import studio.parley.audio.Wav;
import studio.parley.audio.WavInfo;
import studio.parley.io.Disk;

/** Files a command leaves behind, whole or not at all; folders on the way are made. */
public final class Output {
    private Output() {}

    /** Sounds one after the other as 16 bit WAV that says it is AI-generated. */
    public static void wav(Path file, List<Pcm> sounds) {
        Disk.folder(file.toAbsolutePath().getParent());
        Wav.write(file, sounds.stream().reduce(Pcm::then).orElseThrow(), SampleFormat.PCM_16, WavInfo.aiGenerated("Parley"));
    }

    public static void text(Path file, String text) {
        Disk.write(file, text);
    }
}
