package studio.parley.ui.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.ui.kit.Messages;
import studio.parley.voice.ClipAdvice;
import studio.parley.voice.ClipFilter;

/**
 * A short text about a reference clip: a measurement, or what could be better and how a click fixes it.
 *
 * @param sentence the long version, for the tooltip and the screen reader
 */
record AdviceChip(String words, String sentence, boolean wary, Optional<Repair> repair) {
    /** The action of a click on a chip. */
    sealed interface Repair {
        /** Moves the trim handles inwards; the file stays the same. */
        record Trim(int startMillis, int endMillis) implements Repair {}

        /** Creates a fixed copy of the clip and uses that. */
        record Prepare(ClipFilter step) implements Repair {}
    }

    private static final int EDGES_MILLIS = 500;
    private static final double BEST_DB = 90;

    /** Of a clip, warnings first; a clip without problems is "clean". */
    static List<AdviceChip> of(ClipMetrics facts) {
        var out = new ArrayList<AdviceChip>();
        int edges = facts.leadMillis() + facts.trailMillis();
        if (edges >= EDGES_MILLIS) {
            var words = Messages.of("voices.chip.edges", tenths(edges / 1000.0));
            out.add(new AdviceChip(words, Messages.of("voices.chip.edges.help"), true, Optional.of(new Repair.Trim(facts.leadMillis(), facts.trailMillis()))));
        }
        facts.report().advice().forEach(a -> of(a, facts).ifPresent(out::add));
        if (out.isEmpty()) out.add(plain(Messages.of("voices.chip.clean"), Messages.of("voices.chip.clean.help")));
        var report = facts.report();
        if (report.advice().stream().noneMatch(a -> a.kind() == ClipAdvice.Kind.NOISY || a.kind() == ClipAdvice.Kind.SILENT)) {
            var db = String.format(Locale.ROOT, "%.0f", Math.min(BEST_DB, report.noise().snrDb()));
            out.add(plain(Messages.of("voices.chip.snr", db), Messages.of("voices.chip.snr.help", db)));
        }
        facts.pitch().ifPresent(hertz ->
                out.add(plain(Messages.of("voices.chip.pitch", around(hertz)), Messages.of("voices.chip.pitch.help", around(hertz)))));
        var rate = report.rate() % 1000 == 0 ? String.valueOf(report.rate() / 1000) : tenths(report.rate() / 1000.0);
        out.add(plain(Messages.of("voices.chip.rate", rate), Messages.of("voices.chip.rate.help", rate)));
        return out;
    }

    /** Rounded to 5 Hz, which is as steady as a voice is. */
    private static String around(double hertz) {
        return String.valueOf(5 * Math.round(hertz / 5));
    }

    private static Optional<AdviceChip> of(ClipAdvice advice, ClipMetrics facts) {
        var report = facts.report();
        return switch (advice.kind()) {
            case SILENT -> wary("silent", advice, Optional.empty());
            case SHORT -> wary("short", advice, Optional.empty(), tenths(report.seconds()));
            case LONG -> facts.best().flatMap(b ->
                    wary("long", advice, Optional.of(new Repair.Trim(b.startMillis(), b.endMillis())), tenths(report.seconds()), tenths(b.seconds())));
            case SILENCE -> facts.innerSilence() < 0.8 ? Optional.empty() : wary("pauses", advice, step(advice), tenths(facts.innerSilence()));
            case CLIPPED -> wary("clipped", advice, Optional.empty());
            case QUIET -> wary("quiet", advice, step(advice));
            case OFFSET -> wary("offset", advice, step(advice));
            // The model always gets a mono mix; there is nothing to fix.
            case CHANNELS -> Optional.of(plain(Messages.of("voices.chip.channels"), Messages.of("voices.chip.channels.help")));
            case NOISY -> wary("noisy", advice, Optional.empty(), String.format(Locale.ROOT, "%.0f", report.noise().snrDb()));
            case DULL -> wary("dull", advice, Optional.empty());
        };
    }

    private static Optional<Repair> step(ClipAdvice advice) {
        return advice.repair().map(Repair.Prepare::new);
    }

    private static Optional<AdviceChip> wary(String key, ClipAdvice advice, Optional<? extends Repair> repair, Object... values) {
        return Optional.of(new AdviceChip(Messages.of("voices.chip." + key, values), advice.sentence(), true, repair.map(r -> (Repair) r)));
    }

    private static AdviceChip plain(String words, String sentence) {
        return new AdviceChip(words, sentence, false, Optional.empty());
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
