package studio.parley.studio.project.hearing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.EnglishText;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.WordCheck;
import studio.parley.studio.transcription.WordFinding;
import studio.parley.studio.transcription.WordReport;

/** How what was heard in takes compares with the lines of one document. One thread. */
public final class DocumentWords {
    private final Document document;
    private final TakeWords words;
    private final boolean reading;
    private final Function<Line, String> spoken;
    private final List<String> references;
    /** That the whole script is in English. */
    private @Nullable Integer evidence;

    DocumentWords(Document document, TakeWords words, boolean reading) {
        this.document = document;
        this.words = words;
        this.reading = reading;
        this.spoken = document.spokenTexts();
        this.references = document.conversation().speakers().stream().flatMap(s -> document.track(s.number()).references().values().stream())
                .map(ReferenceMetadata::transcript).filter(t -> !t.isBlank()).toList();
    }

    /** The report about the take in use. */
    public Optional<WordReport> of(Line line) {
        return line.sounding().flatMap(t -> of(line, t));
    }

    /**
     * The report about a take; its places are those of the line's text. Empty if the take has not been heard, was made from another text, or nobody can say
     * because the text is not in English or has no words.
     */
    public Optional<WordReport> of(Line line, Take take) {
        if (!line.isSpoken() || !ClipId.isOne(take.clip()) || !isMadeFrom(line, take)) return Optional.empty();
        var clip = new ClipId(take.clip());
        return (reading ? words.transcript(clip) : words.known(clip)).filter(t -> isEnglish(line.text())).map(t -> {
            var heard = used(line, take, t);
            return placed(line, heard, words.report(clip, question(line, heard), this::report));
        }).filter(WordReport::isJudgement);
    }

    /** The report about a whole take that is made from a line as it is. */
    public Optional<WordReport> of(Line line, TakeTranscript heard) {
        return line.isSpoken() && isEnglish(line.text()) ? Optional.of(placed(line, heard, report(question(line, heard)))).filter(WordReport::isJudgement) : Optional.empty();
    }

    /** Whether words of a line can be judged at all: only English ones can. */
    public boolean canJudge(Line line) {
        return isEnglish(line.text());
    }

    /** Whether the line still has the text that the take, or the line's part of it, was made from. */
    private boolean isMadeFrom(Line line, Take take) {
        var own = document.decoration(line.id());
        var made = own.heard().get(take.id());
        var cut = own.cut(take.id());
        return made == null || (cut.isNone() ? made.text() : cut.words()).equals(spoken.apply(line));
    }

    /** What is heard of the take in this line. */
    private TakeTranscript used(Line line, Take take, TakeTranscript whole) {
        var own = document.decoration(line.id());
        var cut = own.cut(take.id());
        double from = (cut.startMillis() + own.trimStartMillis()) / 1000.0;
        double to = (double) take.samples() / take.rate() - (cut.endMillis() + own.trimEndMillis()) / 1000.0;
        // Times of words are rounded, so that the last may end a little after the clip.
        return from == 0 && cut.endMillis() + own.trimEndMillis() == 0 ? whole : whole.between(from, to);
    }

    private boolean isEnglish(String text) {
        return EnglishText.isEnglish(text, this::evidence);
    }

    private int evidence() {
        if (evidence == null) evidence = document.lines().stream().mapToInt(l -> EnglishText.evidence(l.text())).sum();
        return evidence;
    }

    private TakeWords.Question question(Line line, TakeTranscript heard) {
        return new TakeWords.Question(spoken.apply(line), heard.text(), references);
    }

    /** A word with a pronunciation is right however the recogniser writes it. */
    private WordReport report(TakeWords.Question question) {
        return WordCheck.of(question.text(), Pronunciation.apply(document.pronunciations(), question.heard()), references);
    }

    /** With places in the line's own text. */
    private WordReport placed(Line line, TakeTranscript heard, WordReport report) {
        var list = document.pronunciations();
        if (list.isEmpty() || report.isRight()) return report;
        var places = Pronunciation.spoken(list, line.text());
        return new WordReport(heard.text(), report.findings().stream().map(f -> written(f, places, line.text())).toList(), report.words(), report.errors());
    }

    private static WordFinding written(WordFinding finding, Pronunciation.Spoken places, String text) {
        int from = places.begins().get(finding.from());
        int to = finding.from() == finding.to() ? from : places.ends().get(finding.to());
        return finding.at(from, to, text.substring(from, to));
    }
}
