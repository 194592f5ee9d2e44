package studio.parley.speaker;

import static studio.parley.onnx.ElementType.FLOAT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

/** An open folder of a speaker encoder: recordings to voices. One thread at a time. */
public final class SpeakerEncoder implements AutoCloseable {
    /** As published: windows per second of speech, and the share of the last one that must be speech. */
    private static final double WINDOWS_PER_SECOND = 1.3;
    private static final double LEAST_COVERED = 0.75;
    /** Windows that are computed at once. */
    private static final int MOST_WINDOWS = 32;

    private final SpeakerInfo info;
    private final Graph graph;
    private final MelSpectrum mel;

    private SpeakerEncoder(SpeakerInfo info, Graph graph) {
        this.info = info;
        this.graph = graph;
        this.mel = new MelSpectrum(info.melBands());
    }

    /** @throws Problem that names the file, if the folder is damaged, of another kind, or does not fit this version */
    public static SpeakerEncoder open(Path folder, OrtRuntime runtime) {
        var info = SpeakerInfo.read(folder);
        var graph = runtime.load(folder.resolve(info.encoder()), new Signature().input(SpeakerContract.MEL, FLOAT, 3).output(SpeakerContract.EMBEDDING, FLOAT, 2));
        try {
            check(graph, SpeakerContract.MEL, info.columns(), info.melBands());
            check(graph, SpeakerContract.EMBEDDING, info.embedding());
            return new SpeakerEncoder(info, graph);
        } catch (Problem e) {
            graph.close();
            throw e;
        }
    }

    /** The axes after the first. */
    private static void check(Graph graph, String name, int... wanted) {
        var is = graph.shape(name);
        for (int i = 0; i < wanted.length; i++) {
            if (is[i + 1] >= 0 && is[i + 1] != wanted[i]) throw Problem.model(graph.file(), "does not fit its speaker.json (\"" + name + "\" has another size)");
        }
    }

    public SpeakerInfo info() {
        return info;
    }

    /** The voice in audio of any rate; empty if it is silent. */
    public Optional<Embedding> voice(Pcm audio) {
        if (audio.frames() == 0) return Optional.empty();
        var speech = SpeechOnly.of(Resampler.resample(audio.toMono(), SpeakerContract.SAMPLE_RATE).samples(0));
        return speech.length == 0 ? Optional.empty() : Optional.of(embed(speech));
    }

    /** The mean of the windows of speech at 16 kHz, which is not changed before. */
    Embedding embed(float[] speech) {
        var starts = windows(speech.length);
        var spectrum = mel.of(speech, starts.getLast() + info.columns());
        var sum = new double[info.embedding()];
        for (int from = 0; from < starts.size(); from += MOST_WINDOWS) {
            Cancellation.stopIfWished();
            add(spectrum, starts.subList(from, Math.min(starts.size(), from + MOST_WINDOWS)), sum);
        }
        return Embedding.of(sum, (double) speech.length / SpeakerContract.SAMPLE_RATE);
    }

    private void add(float[] spectrum, List<Integer> starts, double[] sum) {
        int bands = info.melBands();
        try (var in = Tensor.floats(starts.size(), info.columns(), bands); var out = Tensor.floats(starts.size(), info.embedding()); var binding = graph.bind()) {
            for (var start : starts) in.floats().put(starts.indexOf(start) * info.columns() * bands, spectrum, start * bands, info.columns() * bands);
            binding.input(SpeakerContract.MEL, in).output(SpeakerContract.EMBEDDING, out).run();
            for (int i = 0; i < out.count(); i++) sum[i % sum.length] += out.floats().get(i);
        }
    }

    /** The first columns of the windows, after the published encoder: at even steps; a last one that is mostly beyond the end is left out. */
    private List<Integer> windows(int samples) {
        int columns = Math.ceilDiv(samples + 1, SpeakerContract.HOP);
        int step = (int) Math.rint(SpeakerContract.SAMPLE_RATE / WINDOWS_PER_SECOND / SpeakerContract.HOP);
        var starts = new ArrayList<Integer>();
        for (int at = 0; at < Math.max(1, columns - info.columns() + step + 1); at += step) starts.add(at);
        double covered = (double) (samples - starts.getLast() * SpeakerContract.HOP) / (info.columns() * SpeakerContract.HOP);
        if (covered < LEAST_COVERED && starts.size() > 1) starts.removeLast();
        return starts;
    }

    @Override
    public void close() {
        graph.close();
    }
}
