package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.model.Document;

/** Finds out who pasted speakers are likely to be. */
final class SpeakerNameMatcher {
    private SpeakerNameMatcher() {}

    /** The certain match in the document: the same name; in {@code a||b1} the same number; for prose the narrator. */
    static Optional<Target> target(Document document, ScriptFormat form, Speaker pasted, Optional<Integer> narrator) {
        var speakers = document.conversation().speakers();
        var named = speakers.stream().filter(s -> SpeakerNames.isSame(s.name(), pasted.name())).map(Speaker::number).findFirst();
        var numbered = form == ScriptFormat.OFFSETS ? speakers.stream().map(Speaker::number).filter(n -> n == pasted.number()).findFirst()
                : Optional.<Integer>empty();
        var chosen = form == ScriptFormat.PLAIN ? narrator.filter(n -> speakers.stream().anyMatch(s -> s.number() == n))
                : Optional.<Integer>empty();
        return chosen.or(() -> named).or(() -> numbered).map(Target.Existing::new);
    }

    /** A new speaker, or the new one for a pasted name in other letter case. */
    static Target fresh(Speaker pasted, Map<Integer, Target> before) {
        return before.values().stream().filter(t -> t instanceof Target.New(String name) && SpeakerNames.isSame(name, pasted.name()))
                .findFirst()
                .orElse(new Target.New(pasted.name()));
    }

    /** Other candidates: of the document, then of the pasted text. */
    static List<Target> suggestions(Document document, Conversation all, Speaker pasted, Map<Integer, Target> targets) {
        var likely = targets.get(pasted.number());
        var out = new ArrayList<Target>();
        if (likely instanceof Target.Existing) return out;
        for (var s : document.conversation().speakers()) if (SpeakerNames.isAlike(s.name(),
                pasted.name())) out.add(new Target.Existing(s.number()));
        for (var s : all.speakers()) {
            var other = targets.get(s.number());
            if (other != null && !other.equals(likely) && !out.contains(other) && SpeakerNames.isAlike(s.name(),
                    pasted.name())) out.add(other);
        }
        return out;
    }
}
