package studio.parley.ui.shell;

import java.time.LocalTime;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Notices.Notice;
import studio.parley.ui.kit.Notices.Weight;
import studio.parley.ui.kit.Texts;

/** The newest notice, quietly, with what to press next. Trouble stays until it is dismissed; what is said in passing goes by itself. */
final class NoticeBar extends HBox {
    private static final Duration PASSING = Duration.seconds(8);
    private static final Duration WORTH_A_LOOK = Duration.seconds(30);
    private final FontIcon icon = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label sentence = new Label();
    private final Button remedy = new Button();
    private final Button details = new Button(Texts.of("shell.details"));
    private final PauseTransition passing = new PauseTransition();

    NoticeBar(Tools tools, Supplier<Scene> scene) {
        setId("notice-bar");
        getStyleClass().addAll("notice-bar");
        sentence.setId("notice-text");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        remedy.setId("notice-remedy");
        remedy.setMinWidth(USE_PREF_SIZE);
        details.setId("notice-details");
        details.getStyleClass().add("flat");
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(e -> new NoticeHistory(tools.notices()).show(scene.get()));
        var close = Icons.button(MaterialDesignC.CLOSE, Texts.of("shell.dismiss"), this::hide);
        close.setId("notice-close");
        getChildren().addAll(icon, sentence, remedy, details, close);
        hide();
        passing.setOnFinished(e -> hide());
        hoverProperty().subscribe(over -> {
            if (over) passing.pause();
            else if (passing.getStatus() == javafx.animation.Animation.Status.PAUSED) passing.play();
        });
        ListChangeListener<Notice> listener = change -> {
            while (change.next()) if (change.wasAdded()) show(change.getAddedSubList().getLast());
        };
        // Weakly: a view that is replaced by another project's must not live on in the notices.
        getProperties().put(NoticeBar.class, listener);
        tools.notices().all().addListener(new javafx.collections.WeakListChangeListener<>(listener));
        // What was said while the window changed to another view is still news.
        var all = tools.notices().all();
        if (!all.isEmpty() && all.getLast().at().isAfter(LocalTime.now().minusSeconds(5))) show(all.getLast());
    }

    private void show(Notice notice) {
        boolean worse = isVisible() && icon.getStyleClass().contains("bad") && notice.weight() == Weight.INFO;
        // What is said in passing does not push a trouble away that nobody has read yet.
        if (worse) return;
        sentence.setText(notice.sentence());
        icon.setIconCode(icon(notice.weight()));
        icon.getStyleClass().removeAll("wary", "bad");
        if (notice.weight() != Weight.INFO) icon.getStyleClass().add(notice.weight() == Weight.ERROR ? "bad" : "wary");
        remedy.setVisible(notice.remedy().isPresent());
        remedy.setManaged(remedy.isVisible());
        notice.remedy().ifPresent(r -> {
            remedy.setText(r.label());
            remedy.setOnAction(e -> {
                hide();
                r.action().run();
            });
        });
        details.setVisible(!notice.details().isEmpty());
        details.setManaged(details.isVisible());
        setVisible(true);
        setManaged(true);
        setAccessibleText(notice.sentence());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        passing.stop();
        if (notice.weight() == Weight.ERROR || notice.remedy().isPresent()) return;
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

    private void hide() {
        passing.stop();
        setVisible(false);
        setManaged(false);
    }
}
