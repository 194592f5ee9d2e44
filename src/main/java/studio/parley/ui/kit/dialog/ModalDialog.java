package studio.parley.ui.kit.dialog;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Theme;

/** A modal dialog with a title, a body and buttons; shown with {@link #over}. */
public final class ModalDialog extends BorderPane {
    private final String title;
    private final HBox buttons = new HBox(8);
    private Optional<ModalLayer> overlay = Optional.empty();
    private Optional<Unfinished> work = Optional.empty();
    private Optional<ModalDialog> question = Optional.empty();
    private Runnable closed = () -> { };

    /** Work that ends when its dialog is closed: the question asked before, and the two answers. */
    public record Unfinished(String question, String words, String stop, String goOn) {}

    public ModalDialog(String title, Node body) {
        this.title = title;
        getStyleClass().add("sheet");
        var heading = Controls.label(title, "title");
        var gap = Controls.gap();
        var close = Icons.button(MaterialDesignC.CLOSE, Messages.of("shell.close"), this::leave);
        close.setId("sheet-close");
        close.setFocusTraversable(false);
        var head = Controls.row(0, heading, gap, close);
        head.getStyleClass().add("sheet-head");
        setTop(head);
        setCenter(body);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("sheet-buttons");
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getTarget() instanceof TextArea area) inText(area, e);
            // Lists consume Enter for an edit they do not have.
            else if (e.getCode() == KeyCode.ENTER && e.getTarget() instanceof ListView<?> list && !list.isEditable()) press(e);
        });
    }

    /** A text of several lines keeps Enter; Tab leaves it, as everywhere else in a dialog. */
    private void inText(TextArea area, KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) press(e);
        if (e.getCode() != KeyCode.TAB || e.isShortcutDown() || e.isAltDown()) return;
        e.consume();
        area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }

    private void press(KeyEvent enter) {
        buttons.getChildren().stream().filter(n -> n instanceof Button b && b.isDefaultButton() && !b.isDisabled()).findFirst().ifPresent(n -> {
            enter.consume();
            ((Button) n).fire();
        });
    }

    /** A button at the bottom; the first is the default button. */
    public Button button(String id, String text, Runnable action) {
        var button = Controls.button(text, action);
        button.setId(id);
        if (buttons.getChildren().isEmpty()) {
            button.setDefaultButton(true);
            button.getStyleClass().add(Styles.ACCENT);
        }
        buttons.getChildren().addFirst(button);
        setBottom(buttons);
        return button;
    }

    /** A button that only closes. */
    public Button cancel() {
        return button("cancel", Messages.of("shell.cancel"), this::leave);
    }

    public ModalDialog onClosed(Runnable action) {
        closed = action;
        return this;
    }

    /** Sets the size of the body, which grows with the text as far as the window has space. */
    public static void size(Region body, Scene scene, Theme theme, double width, double height) {
        double scale = theme.textPercent() / 100.0;
        width(body, scene, theme, width);
        body.setPrefHeight(Math.min(scene.getHeight() - 60 - 110 * scale, height * scale));
    }

    /** Sets its width only: the body is as high as its content. */
    public static void width(Region body, Scene scene, Theme theme, double width) {
        double scale = theme.textPercent() / 100.0;
        body.setPrefWidth(Math.min(scene.getWidth() - 40 - 70 * scale, width * scale));
    }

    public ModalDialog over(Scene scene) {
        overlay = Optional.of(ModalLayer.show(scene, this, title, Pos.CENTER, closed).asks(then -> leaving(scene, then)));
        return this;
    }

    /** Like {@link #over}, for a question: only its buttons and Escape close it. */
    ModalDialog asking(Scene scene) {
        over(scene);
        overlay.ifPresent(ModalLayer::needsAnswer);
        return this;
    }

    /** The work running in the dialog: until it has ended, closing the dialog asks first. */
    public void working(Optional<Unfinished> now) {
        work = now;
        if (now.isEmpty()) question.ifPresent(ModalDialog::close);
    }

    private void leaving(Scene scene, Runnable then) {
        if (work.isEmpty()) then.run();
        else if (question.filter(ModalDialog::isOpen).isEmpty()) question = Optional.of(ConfirmDialog.stop(scene, work.get(), () -> {
            working(Optional.empty());
            close();
            then.run();
        }));
    }

    public boolean isOpen() {
        return overlay.filter(ModalLayer::isOpen).isPresent();
    }

    /** The user closes it: asks first while {@link #working} is set. */
    public void leave() {
        overlay.ifPresent(ModalLayer::leave);
    }

    public void close() {
        overlay.ifPresent(ModalLayer::close);
    }
}
