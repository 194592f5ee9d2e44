package studio.parley.ui.kit;

import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.io.LogFile;
import studio.parley.problem.Problem;

/**
 * What a person was told, newest last, and what of it still stands. Trouble of one cause is one notice however often it happens, and goes
 * when the cause is gone. Any thread may add; the lists change on the JavaFX thread only.
 */
public final class Notices {
    /** How much it matters: said in passing, needs a look, went wrong. */
    public enum Weight { INFO, WARNING, ERROR }

    /** What to press next, in words, and what it does. */
    public record Remedy(String label, Runnable action) {}

    /**
     * One notice.
     *
     * @param cause what it is about: another notice of the same cause takes its place; the sentence itself, unless somebody named one
     * @param details the log behind a trouble, for whoever asks
     * @param count how often it was said
     */
    public record Notice(String cause, Weight weight, String sentence, Optional<Remedy> remedy, String details, LocalTime at, int count) {
        /** The sentence, and how often it was said when that was more than once. */
        public String words() {
            return count == 1 ? sentence : Messages.of("shell.notice.times", sentence, count);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int MOST = 500;
    /** Seconds in which a notice is still news in another view. */
    private static final int FRESH = 5;
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> standing = FXCollections.observableArrayList();
    /** One for all: a view of a list that nobody holds is collected, and whoever listens to it hears nothing any more. */
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<Notice> shownStanding = FXCollections.unmodifiableObservableList(standing);

    public ObservableList<Notice> all() {
        return shown;
    }

    /** What is neither dismissed nor settled; of what is said in passing the last, and none beside trouble. */
    public ObservableList<Notice> standing() {
        return shownStanding;
    }

    /** Whether a warning or an error stands. */
    public boolean isTrouble() {
        return standing.stream().anyMatch(n -> n.weight() != Weight.INFO);
    }

    public void info(String sentence) {
        add(sentence, Weight.INFO, sentence, Optional.empty(), "");
    }

    public void warn(String sentence) {
        add(sentence, Weight.WARNING, sentence, Optional.empty(), "");
    }

    public void warn(String sentence, Remedy remedy) {
        warn(sentence, sentence, remedy);
    }

    /** A warning that goes when its cause is {@link #settled}. */
    public void warn(String cause, String sentence, Remedy remedy) {
        add(cause, Weight.WARNING, sentence, Optional.of(remedy), "");
    }

    /** A {@link Problem} is shown in its own words; anything else is a defect and is called one. */
    public void trouble(Throwable thrown) {
        trouble(thrown, null);
    }

    public void trouble(Throwable thrown, @Nullable Remedy remedy) {
        trouble("", thrown, remedy);
    }

    /** Trouble that goes when its cause is {@link #settled}; an empty cause is the sentence. */
    public void trouble(String cause, Throwable thrown, @Nullable Remedy remedy) {
        var why = unwrapped(thrown);
        if (why instanceof CancellationException) return;
        if (why instanceof Problem problem) {
            LOG.warn("Problem of kind {}", problem.kind(), problem);
            trouble(cause, String.valueOf(problem.getMessage()), remedy, problem);
        } else {
            LOG.error("Defect", why);
            var log = new Remedy(Messages.of("shell.log.open"), () -> FolderOpener.open(LogFile.folder(), this::info));
            trouble(cause, Messages.of("shell.defect", String.valueOf(why)), remedy == null ? log : remedy, why);
        }
    }

    private void trouble(String cause, String sentence, @Nullable Remedy remedy, Throwable why) {
        add(cause.isEmpty() ? sentence : cause, Weight.ERROR, sentence, Optional.ofNullable(remedy), trace(why));
    }

    /** The cause is gone: what was said of it stands no longer. */
    public void settled(String cause) {
        FxThread.run(() -> standing.removeIf(n -> n.cause().equals(cause)));
    }

    /** Somebody has read it. */
    public void dismiss(Notice notice) {
        standing.remove(notice);
    }

    /** Another project is in the window: what was said of the one before is no news. */
    public void turnPage() {
        FxThread.run(() -> standing.removeIf(n -> n.at().isBefore(LocalTime.now().minusSeconds(FRESH))));
    }

    /** Reports when the future fails; says nothing when it succeeds. */
    public <T> CompletableFuture<T> watch(CompletableFuture<T> future) {
        return future.whenComplete((value, thrown) -> {
            if (thrown != null) trouble(thrown);
        });
    }

    private void add(String cause, Weight weight, String sentence, Optional<Remedy> remedy, String details) {
        FxThread.run(() -> {
            boolean inPassing = weight == Weight.INFO;
            // What is said in passing is no list of how often a key was pressed.
            var same = all.stream().filter(n -> n.cause().equals(cause) && n.sentence().equals(sentence) && (!inPassing || n == all.getLast())).findFirst();
            int before = inPassing ? 0 : same.map(Notice::count).orElse(0);
            var notice = new Notice(cause, weight, sentence, remedy, details, LocalTime.now(), before + 1);
            same.ifPresent(all::remove);
            all.add(notice);
            if (all.size() > MOST) all.removeFirst();
            stand(notice);
        });
    }

    private void stand(Notice notice) {
        boolean inPassing = notice.weight() == Weight.INFO;
        if (inPassing && isTrouble()) return;
        standing.removeIf(n -> n.weight() == Weight.INFO || n.cause().equals(notice.cause()));
        standing.add(notice);
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
