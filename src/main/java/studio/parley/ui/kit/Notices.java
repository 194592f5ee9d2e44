package studio.parley.ui.kit;

import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.parley.problem.Problem;

/**
 * What a person was told, newest last: the bar shows the newest, the history all. Any thread may add; the list changes on the
 * JavaFX thread only.
 */
public final class Notices {
    /** How much it matters: said in passing, needs a look, went wrong. */
    public enum Weight { INFO, WARNING, ERROR }

    /** What to press next, in words, and what it does. */
    public record Remedy(String label, Runnable action) {}

    /** One notice; {@code details} is the log behind a trouble, for whoever asks. */
    public record Notice(Weight weight, String sentence, Optional<Remedy> remedy, String details, LocalTime at) {}

    private static final int MOST = 500;
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    /** One for all: a view of a list that nobody holds is collected, and whoever listens to it hears nothing any more. */
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(all);

    public ObservableList<Notice> all() {
        return shown;
    }

    public void info(String sentence) {
        add(Weight.INFO, sentence, Optional.empty(), "");
    }

    public void warn(String sentence) {
        add(Weight.WARNING, sentence, Optional.empty(), "");
    }

    public void warn(String sentence, Remedy remedy) {
        add(Weight.WARNING, sentence, Optional.of(remedy), "");
    }

    /** A {@link Problem} is shown in its own words; anything else is a defect and is called one. */
    public void trouble(Throwable thrown) {
        trouble(thrown, null);
    }

    public void trouble(Throwable thrown, @org.jspecify.annotations.Nullable Remedy remedy) {
        var cause = unwrapped(thrown);
        if (cause instanceof CancellationException) return;
        var sentence = cause instanceof Problem p ? String.valueOf(p.getMessage()) : Texts.of("shell.defect", String.valueOf(cause));
        add(Weight.ERROR, sentence, Optional.ofNullable(remedy), trace(cause));
    }

    /** Reports when the future fails; says nothing when it succeeds. */
    public <T> CompletableFuture<T> watch(CompletableFuture<T> future) {
        return future.whenComplete((value, thrown) -> {
            if (thrown != null) trouble(thrown);
        });
    }

    private void add(Weight weight, String sentence, Optional<Remedy> remedy, String details) {
        var notice = new Notice(weight, sentence, remedy, details, LocalTime.now());
        FxThread.run(() -> {
            all.add(notice);
            if (all.size() > MOST) all.removeFirst();
        });
    }

    private static Throwable unwrapped(Throwable thrown) {
        var at = thrown;
        while ((at instanceof CompletionException || at instanceof ExecutionException) && at.getCause() != null) at = at.getCause();
        return at;
    }

    private static String trace(Throwable thrown) {
        var out = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }
}
