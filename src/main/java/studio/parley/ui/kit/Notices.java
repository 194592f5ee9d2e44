package studio.parley.ui.kit;

import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
 * All notifications, newest last, and which of them are still current. Errors of the same cause are one notification however often they
 * happen, and disappear when the cause is gone: when their owner says so ({@link #settled}), when the task succeeds ({@link #attempt}), or
 * after a while if they are about a single action that is over. Any thread may add; the lists change on the JavaFX thread only.
 */
public final class Notices {
    /** Severity. */
    public enum Weight { INFO, WARNING, ERROR }

    /** A suggested action: its label and what it does. */
    public record Remedy(String label, Runnable action) {}

    /**
     * One notification.
     *
     * @param cause its subject: another notification of the same cause replaces it; the sentence itself, unless a cause is given
     * @param details the stack trace of an error, on request
     * @param passes whether it disappears after a while: nothing that it is about is left
     * @param count how often it occurred
     */
    public record Notice(String cause, Weight weight, String sentence, Optional<Remedy> remedy, String details, boolean passes, LocalTime at, int count) {
        /** The sentence, and how often it occurred if that was more than once. */
        public String words() {
            return count == 1 ? sentence : Messages.of("shell.notice.times", sentence, count);
        }
    }

    private static final int MOST = 500;
    /** Seconds in which a notification is still shown in another view. */
    private static final int FRESH = 5;
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> standing = FXCollections.observableArrayList();
    /** Shared by all: a view of a list that nobody holds is garbage-collected, and its listeners get no events. */
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<Notice> shownStanding = FXCollections.unmodifiableObservableList(standing);

    public ObservableList<Notice> all() {
        return shown;
    }

    /** Notifications that are neither dismissed nor settled; of the informational ones the last, and none next to errors. */
    public ObservableList<Notice> standing() {
        return shownStanding;
    }

    /** Whether a warning or an error is current. */
    public boolean isTrouble() {
        return standing.stream().anyMatch(n -> n.weight() != Weight.INFO);
    }

    public void info(String sentence) {
        add(sentence, Weight.INFO, sentence, Optional.empty(), "", true);
    }

    /** A warning about something that is over. */
    public void warn(String sentence) {
        add(sentence, Weight.WARNING, sentence, Optional.empty(), "", true);
    }

    /** A warning that disappears when its cause is {@link #settled}. */
    public void warn(String cause, String sentence, Remedy remedy) {
        add(cause, Weight.WARNING, sentence, Optional.of(remedy), "", false);
    }

    /**
     * The failure of a single action. A {@link Problem} is shown with its own message and disappears after a while; any other exception is
     * reported as an internal error, which stays.
     */
    public void trouble(Throwable thrown) {
        trouble("", thrown, null, true);
    }

    /** An error that disappears when its cause is {@link #settled}. */
    public void trouble(String cause, Throwable thrown, @Nullable Remedy remedy) {
        trouble(cause, thrown, remedy, false);
    }

    /** The error of a task that can be tried again, see {@link Attempt}. */
    void failed(String cause, Throwable thrown, @Nullable Remedy remedy) {
        trouble(cause, thrown, remedy, remedy == null);
    }

    /** A task by its name: its failure is one notification, which disappears when the task succeeds. */
    public Attempt attempt(String cause) {
        return new Attempt(this, cause, null);
    }

    /** The same; the notification stays until then, with what can be done about it. */
    public Attempt attempt(String cause, Remedy remedy) {
        return new Attempt(this, cause, remedy);
    }

    private void trouble(String cause, Throwable thrown, @Nullable Remedy remedy, boolean isSingle) {
        var why = unwrapped(thrown);
        if (why instanceof CancellationException) return;
        if (why instanceof Problem problem) {
            log().warn("Problem of kind {}", problem.kind(), problem);
            trouble(cause, String.valueOf(problem.getMessage()), remedy, problem, isSingle);
        } else {
            log().error("Internal error", why);
            var log = new Remedy(Messages.of("shell.log.open"), () -> FolderOpener.open(LogFile.folder(), this::info));
            trouble(cause, Messages.of("shell.defect", String.valueOf(why)), remedy == null ? log : remedy, why, false);
        }
    }

    private void trouble(String cause, String sentence, @Nullable Remedy remedy, Throwable why, boolean passes) {
        add(cause.isEmpty() ? sentence : cause, Weight.ERROR, sentence, Optional.ofNullable(remedy), trace(why), passes);
    }

    /** The cause is gone: its notifications are not current any more. */
    public void settled(String cause) {
        FxThread.run(() -> standing.removeIf(n -> n.cause().equals(cause)));
    }

    /** The user has dismissed it. */
    public void dismiss(Notice notice) {
        standing.remove(notice);
    }

    /** Another project is in the window: notifications of the previous one are not current. */
    public void turnPage() {
        FxThread.run(() -> standing.removeIf(n -> n.at().isBefore(LocalTime.now().minusSeconds(FRESH))));
    }

    private void add(String cause, Weight weight, String sentence, Optional<Remedy> remedy, String details, boolean passes) {
        FxThread.run(() -> {
            boolean inPassing = weight == Weight.INFO;
            // Informational notifications do not count repeated key presses.
            var same = all.stream().filter(n -> n.cause().equals(cause) && n.sentence().equals(sentence) && (!inPassing || n == all.getLast())).findFirst();
            int before = inPassing ? 0 : same.map(Notice::count).orElse(0);
            var notice = new Notice(cause, weight, sentence, remedy, details, passes, LocalTime.now(), before + 1);
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

    /** Made when it is needed: the first one takes time that a start does not have. */
    private static Logger log() {
        return LoggerFactory.getLogger(Notices.class);
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
