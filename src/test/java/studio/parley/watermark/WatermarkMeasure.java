package studio.parley.watermark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;

/**
 * Measures the watermark on a folder of WAV files and prints the figures of docs/decisions. Needs ffmpeg. Run from the root, after
 * {@code mvn test-compile} and {@code onnx-export/reference/watermark/speech.sh /tmp/speech}:
 * {@code java -Xmx2g -cp target/classes:target/test-classes:target/lib/* studio.parley.watermark.WatermarkMeasure /tmp/speech},
 * and after it {@code attacks}, {@code alarms} or {@code all}, the number of wrong keys, and one length in seconds.
 */
public final class WatermarkMeasure {
    private static final WatermarkKey KEY = key(1);

    private WatermarkMeasure() {}

    /** Also {@code mark IN.wav OUT.wav}: what the fixture of WatermarkTest was made with (then ffmpeg, 128 kb/s, 44.1 kHz, stereo). */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("mark")) {
            WavFiles.write(Path.of(args[2]), Watermark.embed(AudioFiles.read(Path.of(args[1])), KEY), SampleFormat.PCM_16);
            return;
        }
        var sounds = sounds(Path.of(args[0]));
        var what = args.length > 1 ? args[1] : "all";
        if (!what.equals("alarms")) {
            level(sounds);
            attacks(sounds, args.length > 3 ? new double[] {Double.parseDouble(args[3])} : new double[] {0.5, 1, 1.5, 2, 3, 5});
            mixing(sounds);
        }
        if (!what.equals("attacks")) alarms(sounds, args.length > 2 ? Integer.parseInt(args[2]) : 400);
    }

    static WatermarkKey key(long n) {
        return WatermarkKey.parse("parley-watermark-1:%032x".formatted(n * 0x9E3779B97F4A7C15L));
    }

    private static List<Pcm> sounds(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".wav")).sorted().map(AudioFiles::read).toList();
        }
    }

    private static void level(List<Pcm> sounds) {
        var all = new ArrayList<Double>();
        for (var s : sounds) all.add(below(s, Watermark.embed(s, KEY)));
        System.out.printf("speech over mark, dB: least %.2f, median %.2f, most %.2f (%d files)%n", all.stream().min(Double::compare).get(),
                all.stream().sorted().toList().get(all.size() / 2), all.stream().max(Double::compare).get(), all.size());
    }

    static double below(Pcm speech, Pcm marked) {
        double s = 0;
        double m = 0;
        for (int i = 0; i < speech.frames(); i++) {
            s += speech.at(0, i) * (double) speech.at(0, i);
            m += Math.pow(marked.at(0, i) - (double) speech.at(0, i), 2);
        }
        return 10 * Math.log10(s / m);
    }

    private static void attacks(List<Pcm> sounds, double[] lengths) throws Exception {
        Map<String, UnaryOperator<Pcm>> attacks = new TreeMap<>();
        attacks.put("a none", p -> p);
        attacks.put("b mp3 128k mono 24k", p -> ffmpeg(p, "-b:a", "128k"));
        attacks.put("c mp3 128k stereo 44.1k", p -> ffmpeg(p, "-ar", "44100", "-ac", "2", "-b:a", "128k"));
        attacks.put("d mp3 64k mono 44.1k", p -> ffmpeg(p, "-ar", "44100", "-b:a", "64k"));
        attacks.put("e 16 kHz and back", p -> Resampler.resample(Resampler.resample(p, 16000), 24000));
        attacks.put("f -12 dB, 16 bit", p -> sixteen(p.times(0.25)));
        attacks.put("g first 30 % gone", p -> p.slice(p.frames() * 3 / 10, p.frames()));
        attacks.put("h last 30 % gone", p -> p.slice(0, p.frames() * 7 / 10));
        attacks.put("i middle 30 % gone", p -> p.slice(0, p.frames() * 35 / 100).then(p.slice(p.frames() * 65 / 100, p.frames())));
        attacks.put("j to 44.1 kHz", p -> Resampler.resample(p, 44100));
        attacks.put("k to 48 kHz", p -> Resampler.resample(p, 48000));
        attacks.put("l all: c + e + f + g", p -> {
            var q = Resampler.resample(Resampler.resample(p, 16000), 24000).times(0.25);
            return ffmpeg(q.slice(q.frames() * 3 / 10, q.frames()), "-ar", "44100", "-ac", "2", "-b:a", "128k");
        });
        for (double seconds : lengths) {
            for (var attack : attacks.entrySet()) {
                var scores = new ArrayList<Double>();
                int found = 0;
                for (var s : sounds) {
                    int from = Math.min(s.frames() / 10, Math.max(0, s.frames() - (int) (seconds * 24000)));
                    var piece = s.slice(from, Math.min(s.frames(), from + (int) (seconds * 24000)));
                    var d = Watermark.detect(attack.getValue().apply(Watermark.embed(piece, KEY)), KEY);
                    scores.add(d.score());
                    if (d.found()) found++;
                }
                scores.sort(null);
                System.out.printf("%.1f s | %-24s | found %3d of %3d | score: least %.1f, median %.1f%n", seconds, attack.getKey(), found,
                        scores.size(), scores.getFirst(), scores.get(scores.size() / 2));
            }
        }
    }

    /** Pairs that talk at once, each with its own mark, at equal level; and a conversation in MP3. */
    private static void mixing(List<Pcm> sounds) {
        int found = 0;
        int pairs = 0;
        var scores = new ArrayList<Double>();
        for (int i = 0; i + 1 < sounds.size(); i += 2) {
            var a = Watermark.embed(first(sounds.get(i), 3), KEY);
            var b = Watermark.embed(first(sounds.get((i + 13) % sounds.size()), 3), KEY);
            var sum = a.samples(0);
            for (int k = 0; k < Math.min(sum.length, b.frames()); k++) sum[k] += b.at(0, k);
            var d = Watermark.detect(ffmpeg(Pcm.mono(24000, sum).times(0.5), "-ar", "44100", "-ac", "2", "-b:a", "128k"), KEY);
            scores.add(d.score());
            pairs++;
            if (d.found()) found++;
        }
        scores.sort(null);
        System.out.printf("two speakers at once, 3 s, mp3: found %d of %d, score: least %.1f%n", found, pairs, scores.getFirst());
    }

    private static Pcm first(Pcm p, double seconds) {
        return p.slice(0, Math.min(p.frames(), (int) (seconds * p.rate())));
    }

    /** Unmarked speech, many keys: single correlations against the normal law and Hoeffding, and whole detections. */
    private static void alarms(List<Pcm> sounds, int keys) {
        var over = new long[8];
        long trials = 0;
        double most = 0;
        var whitened = sounds.stream().map(s -> Whitening.of(s.samples(0))).toList();
        for (int k = 0; k < keys; k++) {
            var y = whitened.get(k % whitened.size());
            for (var h : new Correlator(key(1000 + k)).heights(Correlator.fold(y, 0, y.length))) {
                trials++;
                most = Math.max(most, Math.abs(h));
                for (int t = 0; t < over.length; t++) if (Math.abs(h) > 2 + t * 0.5) over[t]++;
            }
        }
        System.out.printf("%d correlations of unmarked speech with wrong keys, highest %.2f%n", trials, most);
        for (int t = 0; t < over.length; t++) {
            double at = 2 + t * 0.5;
            System.out.printf("above %.1f: %d, normal law %.1f, Hoeffding at most %.1f%n", at, over[t], trials * normal(at),
                    trials * 2 * Math.exp(-at * at / 2));
        }
        var scores = new double[keys];
        double least = 1;
        for (int k = 0; k < keys; k++) {
            var d = Watermark.detect(sounds.get(k % sounds.size()), key(500000 + k));
            scores[k] = d.score();
            least = Math.min(least, d.falseAlarmProbability());
        }
        Arrays.sort(scores);
        System.out.printf("%d whole detections: score median %.2f, highest %.2f, least false-alarm bound %.3g%n", keys, scores[keys / 2],
                scores[keys - 1], least);
    }

    /** Two-sided tail of the normal law (Abramowitz and Stegun 26.2.17 is too coarse here; a continued fraction). */
    private static double normal(double t) {
        double f = 0;
        for (int k = 60; k >= 1; k--) f = k / (t + f);
        return 2 * Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI) / (t + f);
    }

    private static Pcm sixteen(Pcm p) {
        var out = p.samples(0);
        for (int i = 0; i < out.length; i++) out[i] = Math.round(out[i] * 32768f) / 32768f;
        return Pcm.mono(p.rate(), out);
    }

    private static Pcm ffmpeg(Pcm p, String... options) {
        try {
            var in = Files.createTempFile("mark", ".wav");
            var out = Files.createTempFile("mark", ".mp3");
            WavFiles.write(in, p, SampleFormat.PCM_16);
            var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", in.toString(), "-c:a", "libmp3lame"));
            command.addAll(List.of(options));
            command.add(out.toString());
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) throw new IOException("ffmpeg failed");
            var result = AudioFiles.read(out);
            Files.delete(in);
            Files.delete(out);
            return result;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
