package studio.parley.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Notices.Notice;
import studio.parley.ui.kit.Notices.Weight;
import studio.parley.ui.kit.SideBySide;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.AppServices;

/**
 * The most serious current notification, with its action, as a card that floats over the view and moves nothing. Errors stay until they are
 * dismissed or their cause is gone; those about something that is over, and informational ones, disappear by themselves.
 */
final class NoticeBar extends HBox {
    private static final Duration PASSING = Duration.seconds(8);
    private static final Duration WORTH_A_LOOK = Duration.seconds(30);
    private final FontIcon icon = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label sentence = Controls.words("");
    /** Informational notifications next to a current error. */
    private final Label aside = Controls.words("", "muted", "small");
    private final Button remedy = new Button();
    private final Button details = new Button(Messages.of("shell.details"));
    private final Button more = new Button();
    private final PauseTransition passing = new PauseTransition();
    private final PauseTransition spoken = new PauseTransition(PASSING);
    private final Notices notices;
    /** Not shown here. */
    private final Set<Notice> known;
    private final ListChangeListener<Notice> listener = change -> look();
    private final ListChangeListener<Notice> news = change -> hear();
    private Optional<Notice> shown = Optional.empty();

    NoticeBar(AppServices services, Supplier<Scene> scene) {
        this(services, scene, Set.of());
    }

    /** In a dialog: shows what is new since the dialog was opened. */
    static NoticeBar ofDialog(AppServices services, Scene scene) {
        return new NoticeBar(services, () -> scene, Set.copyOf(services.notices().standing()));
    }

    private NoticeBar(AppServices services, Supplier<Scene> scene, Set<Notice> known) {
        notices = services.notices();
        this.known = known;
        setId("notice-bar");
        getStyleClass().addAll("notice-bar");
        sentence.setId("notice-text");
        EllipsisTooltip.on(sentence);
        sentence.setMaxWidth(Double.MAX_VALUE);
        aside.setId("notice-aside");
        var words = new VBox(2, sentence, aside);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        say("");
        remedy.setId("notice-remedy");
        remedy.setMinWidth(USE_PREF_SIZE);
        details.setId("notice-details");
        details.getStyleClass().add("flat");
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(e -> new NoticeHistory(services.notices()).show(scene.get()));
        var close = Icons.button(MaterialDesignC.CLOSE, Messages.of("shell.dismiss"), this::dismiss);
        close.setId("notice-close");
        more.setId("notice-more");
        more.getStyleClass().add("flat");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(details.getOnAction());
        var steps = Controls.row(10, more, remedy, details);
        steps.setMinWidth(USE_PREF_SIZE);
        var content = new SideBySide(words, steps);
        HBox.setHgrow(content, Priority.ALWAYS);
        getChildren().addAll(icon, content, close);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Visibility.show(false, this);
        passing.setOnFinished(e -> dismiss());
        spoken.setOnFinished(e -> say(""));
        hoverProperty().subscribe(over -> {
            if (over) passing.pause();
            else if (passing.getStatus() == Animation.Status.PAUSED) passing.play();
        });
        // Weakly: a view that is replaced by another project's must not be held by the notifications.
        getProperties().put(NoticeBar.class, List.of(listener, news));
        notices.standing().addListener(new WeakListChangeListener<>(listener));
        notices.all().addListener(new WeakListChangeListener<>(news));
        look();
    }

    /** Informational notifications are also shown for a while next to a current error. */
    private void hear() {
        var last = notices.all().isEmpty() ? Optional.<Notice>empty() : Optional.of(notices.all().getLast());
        last.filter(n -> notices.isTrouble() && n.weight() == Weight.INFO).ifPresent(n -> {
            say(n.words());
            spoken.playFromStart();
        });
    }

    private void say(String words) {
        aside.setText(words);
        Visibility.show(!words.isEmpty(), aside);
    }

    /** Shows the most serious one, of equals the newest. */
    private void look() {
        var next = notices.standing().stream().filter(n -> !known.contains(n)).reduce((a, b) -> b.weight().compareTo(a.weight()) >= 0 ? b : a);
        if (next.equals(shown)) return;
        shown = next;
        passing.stop();
        say("");
        Visibility.show(next.isPresent(), this);
        next.ifPresent(this::show);
    }

    private void show(Notice notice) {
        sentence.setText(notice.words());
        icon.setIconCode(icon(notice.weight()));
        icon.getStyleClass().removeAll("wary", "bad");
        if (notice.weight() != Weight.INFO) icon.getStyleClass().add(notice.weight() == Weight.ERROR ? "bad" : "wary");
        Visibility.show(notice.remedy().isPresent(), remedy);
        notice.remedy().ifPresent(r -> {
            remedy.setText(r.label());
            remedy.setOnAction(e -> {
                dismiss();
                r.action().run();
            });
        });
        Visibility.show(!notice.details().isEmpty(), details);
        more.setText(notices.standing().size() > 1 ? Messages.of("shell.notice.more", notices.standing().size() - 1) : "");
        Visibility.show(!more.getText().isEmpty(), more);
        setAccessibleText(notice.words());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        if (!notice.passes()) return;
        passing.setDuration(notice.weight() == Weight.INFO ? PASSING : WORTH_A_LOOK);
        passing.playFromStart();
    }

    private static Ikon icon(Weight weight) {
        return switch (weight) {
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    private void dismiss() {
        shown.ifPresent(notices::dismiss);
    }
}
