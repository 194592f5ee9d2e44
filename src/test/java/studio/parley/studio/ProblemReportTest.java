package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;

class ProblemReportTest {
    private static String text(Throwable last) {
        var trace = new StringWriter();
        last.printStackTrace(new PrintWriter(trace));
        return ProblemReport.text(List.of(new Doctor.Finding("Java", true, "25"), new Doctor.Finding("Settings", false, "/home/ann/.config/parley")),
                Optional.of(trace.toString()), List.of("2026-01-01 INFO opened /home/ann/a.parley"), "/home/ann");
    }

    /** Whatever a message says, also in several lines that look like something else. */
    @Test
    void noMessageOfAnErrorIsInIt() {
        var cause = new IllegalStateException("Ann: I love you.\nCaused by Ben\n\tsecret words\nBen: Me too");
        cause.addSuppressed(new RuntimeException("secret: words"));
        var text = text(new Problem(Problem.Kind.INPUT, "The line \"I love you.\" is too long.", cause));
        for (var word : List.of("love", "secret", "Me too", "Ben")) assertFalse(text.contains(word), text);
        assertTrue(text.contains("java.lang.IllegalStateException"), text);
        assertTrue(text.contains("Suppressed: java.lang.RuntimeException"), text);
        assertTrue(text.contains("ProblemReportTest"), text);
    }

    @Test
    void theMachineAndTheLogAreInItButNotTheUsersName() {
        var text = text(new RuntimeException());
        assertTrue(text.contains("Java: 25") && text.contains("PROBLEM Settings: ~/.config/parley") && text.contains("opened ~/a.parley"), text);
        assertFalse(text.contains("ann"), text);
    }

    @Test
    void withoutAnErrorItSaysSo() {
        var text = ProblemReport.text(List.of(), Optional.empty(), List.of(), "/");
        assertTrue(text.contains("Last error\n  none"), text);
    }
}
