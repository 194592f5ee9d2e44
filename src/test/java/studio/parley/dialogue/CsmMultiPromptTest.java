package studio.parley.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected values are what csm-multi's diffe.py makes of the same input. */
class CsmMultiPromptTest {
    private static String parts(String prompt, int speaker) {
        return String.join(" / ", CsmMultiPrompt.parse(prompt, speaker).stream().map(p -> p.speaker() + "=" + p.text()).toList());
    }

    @Test
    void asInDiffe() {
        assertEquals("0=Yeah, they're real cool. / 1=I see that Yala! How rare are they? / 0=I dunno, they're a pwii.",
                parts("Yeah, they're real cool.||I see that Yala! How rare are they?||I dunno, they're a pwii.0", 0));
        assertEquals("0=a / 1=b / 2=c", parts("a||b||c", 0));
        assertEquals("3=a / 2=b / 5=c", parts("a||b-1||c2", 3));
        assertEquals("0=Room 5", parts("Room 5", 0));
        assertEquals("0=Room 5 / 4=x", parts("Room 5||x4", 0));
        assertEquals("0=a / 1=5", parts("a||5", 0));
        assertEquals("0=a / -1=", parts("a||-1", 0));
        assertEquals("0=a / 1=", parts("a||", 0));
        assertEquals("0=a / 1=|b", parts("a|||b", 0));
        assertEquals("0=a / 6=at 10:3", parts("a||at 10:36", 0));
        assertEquals("0=a / 3=b", parts("a||b٣", 0));
        assertEquals("0=a / 1= b ", parts("a|| b ", 0));
        assertEquals("0=a / 1=b²", parts("a||b²", 0));
    }

    @Test
    void backslashKeepsTheDigit() {
        assertEquals("0=a / 1=room 5", parts("a||room \\5", 0));
        assertEquals("0=a / 1=minus -5", parts("a||minus \\-5", 0));
        assertEquals("0=a / 2=room 5", parts("a||room 52", 0));
        assertEquals(List.of(new CsmMultiPrompt.Part(0, "")), CsmMultiPrompt.parse("", 0));
    }
}
