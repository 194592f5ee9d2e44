package studio.parley.recognition;

import java.util.List;

/**
 * Which tokens may come next: none of the suppressed ones; timestamps in pairs (the end of a segment and the beginning of the next), never going
 * back, the first within a second; and a timestamp wherever all timestamps together are more likely than any text. Immutable.
 */
final class TokenRules {
    private static final double LATEST_BEGIN = 1.0;
    private final WhisperInfo info;
    private final SpecialTokens tokens;

    TokenRules(WhisperInfo info) {
        this.info = info;
        this.tokens = info.tokens();
    }

    /** Forbids in {@code logits} what must not follow {@code chosen}. */
    void apply(float[] logits, List<Integer> chosen) {
        if (chosen.isEmpty()) for (int id : info.suppressAtBegin()) logits[id] = Float.NEGATIVE_INFINITY;
        for (int id : info.suppress()) if (id != tokens.end()) logits[id] = Float.NEGATIVE_INFINITY;
        // Whatever a model's lists say, it must not steer itself.
        Logits.forbid(logits, tokens.end() + 1, tokens.firstTimestamp());
        int first = tokens.firstTimestamp();
        if (chosen.isEmpty()) {
            Logits.forbid(logits, 0, first);
            Logits.forbid(logits, first + (int) Math.round(LATEST_BEGIN / WhisperInfo.STEP) + 1, logits.length);
        } else {
            pairs(logits, chosen, first);
        }
        if (Logits.logSum(logits, first, logits.length) > logits[Logits.argmax(logits, 0, first)]) Logits.forbid(logits, 0, first);
    }

    private void pairs(float[] logits, List<Integer> chosen, int first) {
        boolean afterTime = tokens.isTimestamp(chosen.getLast());
        boolean afterPair = afterTime && (chosen.size() < 2 || tokens.isTimestamp(chosen.get(chosen.size() - 2)));
        if (afterPair) Logits.forbid(logits, first, logits.length);
        else if (afterTime) Logits.forbid(logits, 0, tokens.end());
        var last = chosen.stream().filter(tokens::isTimestamp).reduce((_, b) -> b);
        // A segment has a length; the next one may begin where it ends.
        last.ifPresent(l -> Logits.forbid(logits, first, afterTime && !afterPair ? l : l + 1));
    }
}
