package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/** The language of a recording: the given one, or what the first window with sound is heard as. */
final class LanguageChoice {
    private static final String ENGLISH = "en";
    private final WhisperInfo info;
    private final WhisperSession session;
    private @Nullable String chosen;

    LanguageChoice(WhisperInfo info, WhisperSession session) {
        this.info = info;
        this.session = session;
        if (!info.isMultilingual()) chosen = ENGLISH;
    }

    /** @throws Problem if the model does not know it */
    void set(String code) {
        var wanted = code.toLowerCase(Locale.ROOT);
        if (!info.isMultilingual() && !wanted.equals(ENGLISH)) {
            throw Problem.input("The recogniser " + info.name() + " knows English only, not the language '" + code
                    + "'. Choose a Whisper model of several languages with --model.");
        }
        if (info.isMultilingual() && !info.tokens().languages().containsKey(wanted)) {
            throw Problem.input("The recogniser " + info.name() + " does not know the language '" + code + "'. Use one of "
                    + String.join(", ", info.tokens().languages().keySet().stream().sorted().toList()) + ".");
        }
        chosen = wanted;
    }

    /** Listens to the session's window if nothing is chosen yet. */
    void detect() {
        if (chosen != null) return;
        var best = new String[] {ENGLISH};
        session.rewind();
        session.feed(List.of(info.tokens().start()), step -> best[0] = info.tokens().languages().entrySet().stream()
                .max((a, b) -> Float.compare(step.logits()[a.getValue()], step.logits()[b.getValue()])).orElseThrow().getKey());
        session.rewind();
        chosen = best[0];
    }

    /** English where there was nothing to listen to. */
    String code() {
        return chosen == null ? ENGLISH : chosen;
    }

    /** The tokens that begin a transcript. */
    List<Integer> start() {
        var out = new ArrayList<Integer>();
        out.add(info.tokens().start());
        if (info.isMultilingual()) {
            out.add(info.tokens().languages().getOrDefault(code(), info.tokens().start()));
            info.tokens().transcribe().ifPresent(out::add);
        }
        return out;
    }
}
