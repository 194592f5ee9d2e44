package studio.parley.ui;

import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.ui.session.ProjectSession;

/** What a recogniser would have heard in the takes of a test. */
public final class Heard {
    /** Seconds that a word takes, and the pause after it. */
    public static final double WORD = 0.3;
    public static final double PAUSE = 0.1;

    private Heard() {}

    /** The words of a line, one after another from the beginning of the take in use. */
    public static void line(ProjectSession session, Line line) {
        text(session, line, line.text());
    }

    public static void text(ProjectSession session, Line line, String text) {
        var words = new ArrayList<TakeTranscript.Word>();
        for (var word : List.of(text.split(" "))) {
            double from = words.size() * (WORD + PAUSE);
            words.add(new TakeTranscript.Word(word, from, from + WORD, 0.9));
        }
        var clip = line.sounding().orElseThrow().clip();
        session.words().put(new ClipId(clip), new TakeTranscript("test", words));
        session.spokenWords().heard(clip);
    }
}
