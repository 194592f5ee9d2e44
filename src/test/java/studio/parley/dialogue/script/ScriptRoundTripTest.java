package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ScriptFormat;

class ScriptRoundTripTest {
    private static final Arbitrary<String> NASTY = Arbitraries.of("(", ")", "[pause 1]", "[pause", "\\", "\n", "^", ":", "#", "@voice",
            "\"", "||",
            "Ann: ", "  ", "\t", "é", "日本語", "😀", "10:30", "=", "+", "\u2028", "\u00a0", "//", "-->",
            "*sighs*", "[laughs]", "(coughs)", "[", "]", "*", ". ", "\u200b", "e\u0301", "\u000b", "\u0092", "\u200d", "\\u{41}", "Note", "ANN", "ann", "_");
    private static final Arbitrary<String> WORDS = Arbitraries.oneOf(Arbitraries.strings().alpha().ofMaxLength(6), NASTY)
            .list().ofMaxSize(8).map(l -> String.join("", l));

    @Property
    void readingWhatWasWrittenGivesTheSameConversation(@ForAll("conversations") Conversation conversation) {
        var text = Script.write(conversation);
        assertEquals(conversation, Scripts.read("x", text, Optional.of(ScriptFormat.PARLEY)), () -> text);
    }

    @Property
    void windowsLineEndsAndMarksChangeNothing(@ForAll("conversations") Conversation conversation) {
        var text = "\uFEFF" + Script.write(conversation).replace("\n", "\r\n");
        assertEquals(conversation, Scripts.read("x", text, Optional.of(ScriptFormat.PARLEY)), () -> text);
    }

    @Example
    void aPinnedLineMayBeginWithAColon() {
        var line = new Line("L1", 0, ":", "", 0, new TimingRelation.PinnedAt(0), Delivery.INHERITED, List.of(), Optional.empty());
        readingWhatWasWrittenGivesTheSameConversation(
                new Conversation("", List.of(Speaker.named(0, "Ann")), List.of(line), Delivery.INHERITED));
    }

    @Provide
    Arbitrary<Conversation> conversations() {
        var speakers = names().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(WORDS, speakers, numbers(), paths(), rows().list().ofMaxSize(6)).as(ScriptRoundTripTest::conversation);
    }

    private static Conversation conversation(String title, List<String> names, List<Integer> numbers, List<List<String>> paths,
            List<Line> rows) {
        var speakers = new ArrayList<Speaker>();
        for (int i = 0; i < names.size(); i++) {
            var references = paths.get(i).stream().map(Reference::new).toList();
            speakers.add(new Speaker(numbers.get(i), names.get(i), references, Delivery.INHERITED));
        }
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            int speaker = speakers.get(row.speaker() % speakers.size()).number();
            lines.add(new Line("L" + (lines.size() + 1), speaker, row.text(), row.direction(), row.pauseMillis(), row.relation(),
                    Delivery.INHERITED, List.of(), Optional.empty()));
        }
        return new Conversation(title, speakers, lines, Delivery.INHERITED);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of("Ann", "Ben", "Dr. Ann", "O'Neil", "C3-PO", "10:30", "a\"b", "名前", "^", "(x)"), WORDS)
                .map(s -> s.replaceAll("[\\p{Cntrl}\u0080-\u009f]", "").strip()).filter(s -> !s.isEmpty());
    }

    private static Arbitrary<List<Integer>> numbers() {
        return Arbitraries.oneOf(Arbitraries.just(List.of(0, 1, 2, 3)),
                Arbitraries.integers().between(-3, 9).list().uniqueElements().ofSize(4));
    }

    private static Arbitrary<List<List<String>>> paths() {
        var path = Arbitraries.of("refs/ann.wav", "a b.wav", "#7 x.wav", "\"q\".wav", "C:\\x.wav", "ü.flac");
        return path.list().ofMaxSize(2).list().ofSize(4);
    }

    private static Arbitrary<Line> rows() {
        var millis = Arbitraries.integers().between(0, 3_600_000);
        var relation = Arbitraries.oneOf(Arbitraries.just((TimingRelation) TimingRelation.NEXT), Arbitraries.just(TimingRelation.INTERRUPTS),
                Arbitraries.just(new TimingRelation.Together()), millis.map(TimingRelation.After::new), millis.map(TimingRelation.Overlap::new),
                millis.map(TimingRelation.PinnedAt::new));
        var pause = Arbitraries.oneOf(Arbitraries.just(0), millis);
        return Combinators.combine(Arbitraries.integers().between(0, 3), WORDS, WORDS, pause, relation)
                .as((s, text, direction, p, r) -> new Line("x", s, text, direction, p, r, Delivery.INHERITED, List.of(), Optional.empty()));
    }
}
