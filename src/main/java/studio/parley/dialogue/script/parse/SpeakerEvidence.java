package studio.parley.dialogue.script.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the speakers of a text by looking at all of it: names that look like names or occur repeatedly. */
public final class SpeakerEvidence {
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean onlyLabels;
    private boolean tight;

    private SpeakerEvidence() {}

    /** Counts the names at the beginnings of lines. */
    public static SpeakerEvidence of(List<String> lines) {
        var evidence = new SpeakerEvidence();
        boolean all = true;
        int tight = 0;
        int flush = 0;
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("@") || Character.isWhitespace(line.charAt(0))) continue;
            flush++;
            var label = SpeakerLabel.of(line);
            label.ifPresent(l -> evidence.met(l.name()));
            all &= label.isPresent();
            if (label.isEmpty() && SpeakerLabel.tight(line).isPresent()) tight++;
        }
        evidence.onlyLabels = all && evidence.counts.keySet().stream().allMatch(SpeakerNameRules::isLabel);
        evidence.tight = tight > 1 && 2 * tight >= flush;
        return evidence;
    }

    /** The name and the text of a line that begins a turn. */
    public Optional<SpeakerLabel> label(String line) {
        return SpeakerLabel.of(line).filter(this::isSpeaker).or(() -> tight ? SpeakerLabel.tight(line) : Optional.empty());
    }

    /** Whether most lines begin with a name and a colon without a space after it. */
    public boolean isTight() {
        return tight;
    }

    public void met(String name) {
        counts.merge(SpeakerNameRules.fold(name), 1, Integer::sum);
    }

    public int count(String name) {
        return counts.getOrDefault(SpeakerNameRules.fold(name), 0);
    }

    /** Whether this is the beginning of a turn: words like "Warning:" are one only if they recur, or if there is nobody else. */
    boolean isSpeaker(SpeakerLabel label) {
        if (label.quoted() || !label.mark().isEmpty()) return true;
        if (SpeakerNameRules.isLabel(label.name())) return count(label.name()) > 1 || onlyLabels;
        return SpeakerNameRules.isName(label.name()) || count(label.name()) > 1 && label.name().split(" ").length <= 3;
    }
}
