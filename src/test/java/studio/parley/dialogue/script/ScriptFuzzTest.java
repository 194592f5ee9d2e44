package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;

/** Whatever the text, reading gives a conversation or a Problem, soon. */
class ScriptFuzzTest {
    private static final String[] BITS = {"Ann: hi\n", "@voice Ann a.wav\n", "# T\n", "[pause 0.6]", "[pause", "(", ")", "\"", "\\", "||",
            "1", "-", "^", ":",
        "\n\n", "\r", "\t", "    ", "WEBVTT\n", "00:00:01,000 --> 00:00:02,000\n", "-->", "<v Ann>", "</v>", "speaker,line\n", ",", ";",
                "**Ann:** x\n", "*",
        "ANN\n", "INT. X\n", "/*", "*/", "[[", "]]", "@", "99999999999", "\u0000", "\ud800", "é", "日本：", "&amp;", "Title: x\n", "#-3 ",
                "@1:2:3.4 "};

    @Property(tries = 1000)
    void anyMixture(@ForAll Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) text.append(BITS[random.nextInt(BITS.length)]);
        eachForm(text.toString());
    }

    @Test
    void repetitionEnds() {
        for (var bit : BITS) assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            eachForm("Ann: " + bit.repeat(300));
            eachForm(bit.repeat(300));
            eachForm(bit.strip().repeat(300) + "\n");
        }, bit);
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> eachForm("Ann" + " ".repeat(300_000) + "x"));
    }

    @Test
    void endlessLinesAreReadSoon() {
        for (var bit : new String[] {">> ", "[a]. ", "[pause", "* ", "&amp;"}) assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            attempt(() -> Scripts.read("fuzz", "Ann: " + bit.repeat(10_000), Optional.empty()));
            attempt(() -> Scripts.read("fuzz", bit.repeat(10_000), Optional.empty()));
            attempt(() -> Scripts.read("fuzz", bit.repeat(10_000), Optional.of(ScriptFormat.MARKDOWN)));
        }, bit);
    }

    private static void eachForm(String text) {
        attempt(() -> Scripts.read("fuzz", text, Optional.empty()));
        for (var form : ScriptFormat.values()) attempt(() -> again(Scripts.read("fuzz", text, Optional.of(form))));
    }

    private static void again(Conversation read) {
        var written = Script.write(read);
        var back = Scripts.read("again", written, Optional.of(ScriptFormat.PARLEY));
        if (!back.equals(read)) throw new AssertionError(written);
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (Problem expected) {
            if (expected.getMessage().isBlank()) throw expected;
        }
    }
}
