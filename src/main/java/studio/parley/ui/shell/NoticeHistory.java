package studio.parley.ui.shell;

import java.time.format.DateTimeFormatter;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Notices.Notice;
import studio.parley.ui.kit.dialog.ModalDialog;

/** All notifications, newest first, with their actions and the details of each error. */
final class NoticeHistory {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private final Notices notices;

    NoticeHistory(Notices notices) {
        this.notices = notices;
    }

    void show(Scene scene) {
        var list = new VBox(8);
        list.setId("notice-history");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(Math.min(760, scene.getWidth() - 80), Math.min(420, scene.getHeight() - 180));
        var sheet = new ModalDialog(Messages.of("shell.notices"), scroll);
        for (var notice : notices.all().reversed()) list.getChildren().add(row(notice, sheet));
        if (list.getChildren().isEmpty()) list.getChildren().add(muted(Messages.of("shell.notices.none")));
        sheet.button("close", Messages.of("shell.close"), sheet::close);
        sheet.over(scene);
    }

    private static VBox row(Notice notice, ModalDialog sheet) {
        var when = muted(CLOCK.format(notice.at()));
        var sentence = Controls.words(notice.words());
        sentence.setMaxWidth(Double.MAX_VALUE);
        if (notice.weight() != Notices.Weight.INFO) sentence.getStyleClass().add(notice.weight() == Notices.Weight.ERROR ? "bad" : "wary");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var head = new HBox(10, when, sentence);
        var row = new VBox(6, head);
        row.getStyleClass().add("notice-row");
        notice.remedy().ifPresent(r -> {
            var button = new Button(r.label());
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> {
                sheet.close();
                r.action().run();
            });
            head.getChildren().add(button);
        });
        if (!notice.details().isEmpty()) details(row, head, notice);
        return row;
    }

    private static void details(VBox row, HBox head, Notice notice) {
        var open = new Button(Messages.of("shell.details"));
        open.getStyleClass().add("flat");
        open.setMinWidth(Button.USE_PREF_SIZE);
        var copy = Controls.button(Messages.of("shell.copy"), () -> Controls.copy(notice.sentence() + "\n" + notice.details()), "flat");
        var text = new TextArea(notice.details());
        text.setEditable(false);
        text.setPrefRowCount(8);
        text.getStyleClass().add("log");
        open.setOnAction(e -> {
            if (!row.getChildren().remove(text)) row.getChildren().add(text);
        });
        head.getChildren().addAll(open, copy);
    }

    private static Label muted(String text) {
        var label = Controls.label(text, "muted", "small");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
