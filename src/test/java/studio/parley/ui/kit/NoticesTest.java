package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Notices.Weight;

class NoticesTest {
    private final Notices notices = new Notices();

    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private List<String> told() throws Exception {
        return Fx.call(() -> notices.all().stream().map(n -> n.weight() + " " + n.sentence()).toList());
    }

    @Test
    void aProblemIsToldInItsOwnWordsWhereverItWasThrown() throws Exception {
        notices.trouble(new CompletionException(new CompletionException(Problem.input("Do this."))));
        assertEquals(List.of("ERROR Do this."), told());
        assertTrue(Fx.call(() -> notices.all().getFirst().details()).contains("NoticesTest"));
    }

    /** A defect says that it is one; its stack trace is for whoever asks. */
    @Test
    void aDefectIsCalledOne() throws Exception {
        notices.trouble(new IllegalStateException("oops"));
        var sentence = told().getFirst();
        assertTrue(sentence.contains("oops") && sentence.contains("report this error") && !sentence.contains("\tat "), sentence);
    }

    @Test
    void whatWasCancelledIsNoTrouble() throws Exception {
        notices.trouble(new CompletionException(new CancellationException()));
        notices.trouble(new CancellationException());
        assertEquals(List.of(), told());
        notices.trouble(new CompletionException(Problem.disk("Full.", null)));
        assertEquals(List.of("ERROR Full."), told());
    }

    @Test
    void aKeyPressedAgainIsNotListedAgain() throws Exception {
        for (int i = 0; i < 3; i++) notices.info("There is nothing to undo.");
        assertEquals(List.of("INFO There is nothing to undo."), told());
        assertEquals("There is nothing to undo.", Fx.call(() -> notices.standing().getFirst().words()));
        notices.info("Undone: Type.");
        notices.info("There is nothing to undo.");
        assertEquals(3, told().size());
    }

    @Test
    void onlyTheLastFiveHundredAreKept() throws Exception {
        Fx.run(() -> {
            for (int i = 0; i < 503; i++) notices.info("" + i);
            notices.warn("last", "last", new Notices.Remedy("Do", () -> { }));
        });
        assertEquals(500, told().size());
        assertEquals("INFO 4", told().getFirst());
        assertEquals(Weight.WARNING + " last", told().getLast());
    }

    /** One cause is one notice, however often it happens, until it is gone; what is said in passing makes way. */
    @Test
    void troubleStandsOnceUntilItsCauseIsGone() throws Exception {
        notices.info("Saved.");
        for (int i = 0; i < 4; i++) notices.trouble("disk", Problem.disk("The disk is full.", null), null);
        notices.trouble("model", Problem.model("The model is gone."), null);
        notices.info("A word in passing.");
        assertEquals(List.of("The disk is full. (happened 4 times)", "The model is gone."), Fx.call(() -> notices.standing().stream().map(Notices.Notice::words).toList()));
        // The same cause in other words is the same notice.
        notices.trouble("disk", Problem.disk("The disk cannot be written.", null), null);
        notices.settled("model");
        assertEquals(List.of("The disk cannot be written."), Fx.call(() -> notices.standing().stream().map(Notices.Notice::words).toList()));
        notices.settled("disk");
        assertEquals(List.of(), Fx.call(() -> List.copyOf(notices.standing())));
    }

    /** What is over passes; what is not stays until it is: errors of tasks until the task succeeds. */
    @Test
    void errorsGoWithTheirCause() throws Exception {
        notices.trouble(Problem.input("This file cannot be read."));
        notices.trouble(new IllegalStateException("oops"));
        var again = notices.attempt("checks");
        again.failed(Problem.disk("Not readable.", null));
        var elsewhere = notices.attempt("script", new Notices.Remedy("Choose another place", () -> { }));
        elsewhere.failed(Problem.disk("Not writable.", null));
        assertEquals(List.of(true, false, true, false), Fx.call(() -> notices.standing().stream().map(Notices.Notice::passes).toList()));
        again.work(() -> "found", found -> { });
        elsewhere.write(() -> "written", written -> { });
        Fx.until(() -> notices.standing().size() == 2, 5_000);
        again.failed(new CancellationException());
        assertEquals(2, Fx.call(() -> notices.standing().size()));
    }

    @Test
    void aFolderIsShownByTheSystemsOwnProgram() throws Exception {
        var folder = Path.of("/home/zoë/My clips");
        assertEquals(List.of("xdg-open", folder.toString()), FolderOpener.command("Linux", folder));
        assertEquals(List.of("open", folder.toString()), FolderOpener.command("Mac OS X", folder));
        assertEquals(List.of("explorer.exe", folder.toString()), FolderOpener.command("Windows 11", folder));
        assertFalse(FolderOpener.shown(List.of("false")), "what gives up has shown nothing");
        assertThrows(IOException.class, () -> FolderOpener.shown(List.of("no-such-file-manager")));
    }
}
