package studio.parley.studio.transcription;

import java.util.List;

/**
 * How the words of a take compare with its text.
 *
 * @param heard what was heard
 * @param findings in the order of the text
 * @param words number of written words
 * @param errors words that are missing, others, or too many; without those that a recogniser cannot be sure of
 */
public record WordReport(String heard, List<WordFinding> findings, int words, int errors) {
    public WordReport {
        findings = List.copyOf(findings);
    }

    public boolean isRight() {
        return findings.isEmpty();
    }

    /** Whether it says anything: a text of sounds alone ("Haha! Mmh.") has no words, and a recogniser may write any for them. */
    public boolean isJudgement() {
        return words > 0;
    }

    /** Word error rate, from 0; more than 1 if much is heard that is not written. */
    public double rate() {
        return words == 0 ? errors == 0 ? 0 : 1 : (double) errors / words;
    }

    /** One sentence for each finding. */
    public List<String> sentences() {
        return findings.stream().map(WordFinding::sentence).toList();
    }
}
