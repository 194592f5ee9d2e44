package studio.parley.studio.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.Transcript.Word;

class ConversationCutterTest {
    private final List<Word> words = new ArrayList<>();
    private final float[] sound = new float[24_000 * 60];
    private double at;

    /** Words of 0.3 s, each of which sounds; "_" is a pause of half a second. */
    private void say(String text) {
        for (var word : text.split(" ")) {
            if (word.equals("_")) {
                at += 0.5;
                continue;
            }
            words.add(new Word(word, at, at + 0.3, 1));
            for (int i = (int) (at * 24_000); i < (at + 0.3) * 24_000; i++) sound[i] = (float) (0.2 * Math.sin(0.05 * i));
            at += 0.3;
        }
    }

    private List<Utterance> cut() {
        var transcript = new Transcript("en", at + 1, List.of(new Transcript.Segment(0, at, "", words, 0, 0)));
        return ConversationCutter.cut(transcript, new QuietPlaces(Pcm.mono(24_000, sound).slice(0, (int) ((at + 1) * 24_000))));
    }

    private List<String> texts() {
        return cut().stream().map(Utterance::text).toList();
    }

    @Test
    void sentencesPausesAndCommasWithPausesEndAnUtterance() {
        say("_ Hello there. How are you? Well, _ I see, said Dr. Smith of J. Smith and _ _ nobody else");
        assertEquals(List.of("Hello there.", "How are you?", "Well,", "I see, said Dr. Smith of J. Smith and", "nobody else"), texts());
    }

    @Test
    void aLongSentenceIsCutAtItsLongestPause() {
        say("a a a a a a a a a a a a a a a a a a a a a a a a a a a a _ b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b");
        assertEquals(List.of("a".repeat(28), "b".repeat(30)), texts().stream().map(t -> t.replace(" ", "")).toList());
    }

    @Test
    void piecesReachIntoPausesAndDoNotOverlap() {
        say("_ One. Two. _ Three.");
        var all = cut();
        assertEquals(0.5 - 0.08, all.get(0).from(), 0.011);
        assertEquals(all.get(0).to(), all.get(1).from(), 1e-9);
        assertEquals(1.1 + 0.08, all.get(1).to(), 0.011);
        assertEquals(1.6 - 0.08, all.get(2).from(), 0.011);
        for (int i = 1; i < all.size(); i++) assertTrue(all.get(i).from() >= all.get(i - 1).to());
    }

    /** The recogniser's times of numbers are often far too short. */
    @Test
    void whatSoundsAfterAWordsTimeIsNotCutOff() {
        say("Pay $45.");
        words.set(1, new Word("$45.", 0.3, 0.35, 1));
        say("_ Then go.");
        assertEquals(0.6 + 0.08, cut().getFirst().to(), 0.011);
    }

    /** How long the recording goes on after the last word, and how much of it sounds. */
    private Utterance last(double sounding, double all) {
        for (int i = (int) (at * 24_000); i < (at + sounding) * 24_000; i++) sound[i] = (float) (0.2 * Math.sin(0.05 * i) * Math.exp(-8 * (i / 24_000.0 - at)));
        var transcript = new Transcript("en", at + all, List.of(new Transcript.Segment(0, at, "", words, 0, 0)));
        return ConversationCutter.cut(transcript, new QuietPlaces(Pcm.mono(24_000, sound).slice(0, (int) ((at + all) * 24_000)))).getLast();
    }

    @Test
    void theLastWordFadesToTheEndOfTheRecordingOrToSilence() {
        say("One. Two.");
        assertEquals(0.75, last(0.15, 0.15).to(), 1e-9);
        assertEquals(0.85, last(0.15, 0.25).to(), 1e-9);
        assertEquals(0.75 + 0.08, last(0.15, 2).to(), 0.011);
    }

    /** The recogniser is often late. */
    @Test
    void theFirstWordBeginsWithTheRecordingOrAfterSilence() {
        say("Pay");
        words.set(0, new Word("Pay", 0.2, 0.3, 1));
        for (int i = 2400; i < 3600; i++) sound[i] = 0;
        say("now.");
        assertEquals(0, cut().getFirst().from(), 1e-9);
    }

    @Test
    void noWordsAreNoUtterances() {
        assertEquals(List.of(), cut());
    }
}
