package studio.parley.ui.voices.line;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ConfirmDialog;
import studio.parley.ui.session.ProjectSession;

/** One take: play it, use it, rate it, delete it; its issues; how it was made. Enter uses it. */
final class TakeRow extends VBox {
    private final ProjectSession session;
    private final Line line;
    private final Take take;
    private final boolean used;
    private final HBox head;
    private final HBox tools;

    TakeRow(ProjectSession session, Line line, Take take) {
        this.session = session;
        this.line = line;
        this.take = take;
        var number = take.number();
        used = line.sounding().map(Take::id).filter(take.id()::equals).isPresent();
        getStyleClass().add("take-row");
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("used"), used);
        setId("take-" + take.id());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        double seconds = (double) take.samples() / take.rate();
        var findings = new ArrayList<>(take.checks());
        findings.addAll(session.hearing().findings().of(line, take));
        int stars = session.document().decoration(line.id()).stars().getOrDefault(take.id(), 0);
        setAccessibleText(Messages.of(used ? "voices.take.spoken.used" : "voices.take.spoken", number, TimeFormat.seconds(seconds), stars, String.join(", ", findings)));
        var play = Icons.button(MaterialDesignP.PLAY, Messages.of("voices.take.play", number), this::play);
        var name = new ToggleButton(Messages.of("voices.take", number));
        name.getStyleClass().setAll("take-name");
        name.setSelected(used);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setTooltip(new Tooltip(Messages.of(used ? "voices.take.used" : "voices.take.use")));
        name.setOnAction(e -> choose());
        var length = Controls.label(TimeFormat.seconds(seconds), "muted", "small");
        length.setMinWidth(Region.USE_PREF_SIZE);
        var gap = Controls.gap();
        var recipe = Icons.button(MaterialDesignI.INFORMATION_OUTLINE, Messages.of("voices.take.recipe"), this::recipe);
        var delete = Icons.button(MaterialDesignD.DELETE_OUTLINE, Messages.of("voices.take.delete", number), this::delete);
        tools = new HBox(2, new RatingControl(stars, count -> session.edit(TakeEdits.stars(line.id(), take.id(), count))), recipe, delete);
        tools.setAlignment(Pos.CENTER_RIGHT);
        head = Controls.row(2, play, name, length, gap, tools);
        getChildren().add(head);
        setMinWidth(0);
        widthProperty().subscribe(w -> fit(w.doubleValue()));
        if (used) edited().ifPresent(words -> getChildren().add(Controls.words(words, "small", "muted", "edited")));
        findings.forEach(words -> getChildren().add(Controls.words(words, "small", "wary", "finding")));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) choose();
            else if (e.getCode() == KeyCode.DELETE) delete();
            else return;
            e.consume();
        });
    }

    /** Why the clip on the timeline is shorter or longer than the take. */
    private Optional<String> edited() {
        var document = session.document();
        double speed = document.decoration(line.id()).speed();
        long usual = ClipSpeeds.usual(document, line.id());
        var cut = Math.abs(usual - 1000.0 * take.samples() / take.rate()) < 1 ? Optional.<String>empty()
                : Optional.of(Messages.of("voices.take.trimmed", TimeFormat.seconds(usual / 1000.0)));
        if (speed == 1) return cut;
        return Optional.of(Messages.of("voices.take.speed", cut.orElse(TimeFormat.seconds(usual / 1000.0)), ClipSpeeds.text(speed),
                TimeFormat.seconds(Arrangement.millis(document, line) / 1000.0)));
    }

    /** If it is too narrow for one row (large text), stars and buttons go into a second one. */
    private void fit(double width) {
        boolean wide = head.prefWidth(-1) + (head.getChildren().contains(tools) ? 0 : tools.prefWidth(-1)) <= width - 10;
        if (width <= 0 || wide == head.getChildren().contains(tools)) return;
        if (wide) {
            getChildren().remove(tools);
            head.getChildren().add(tools);
        } else {
            head.getChildren().remove(tools);
            getChildren().add(1, tools);
        }
    }

    private void choose() {
        session.edit(TakeEdits.choose(line.id(), Optional.of(take.id())));
    }

    /** The take of a locked line is deleted only after a confirmation. */
    private void delete() {
        boolean held = used && session.document().decoration(line.id()).locked();
        Runnable deleting = () -> session.edit(TakeEdits.delete(line.id(), take.id()));
        if (!held) deleting.run();
        else ConfirmDialog.ask(getScene(), Messages.of("voices.take.locked.title", take.number()),
                Messages.of("voices.take.locked", session.document().indexOf(line.id()) + 1, line.takes().size()), Messages.of("voices.take.locked.yes"), deleting);
    }

    private void play() {
        double speed = session.document().decoration(line.id()).speed();
        session.services().notices().attempt("audition").work(() -> session.clip(take.clip(), speed), session.player()::audition);
    }

    /** How it was made, under the row; a second press hides it. */
    private void recipe() {
        if (getChildren().removeIf(n -> n.getStyleClass().contains("recipe"))) return;
        var words = new Label(recipe(take.recipe(), take.clip().substring(0, Math.min(12, take.clip().length()))));
        words.setWrapText(true);
        words.getStyleClass().addAll("small", "muted", "recipe");
        getChildren().add(words);
    }

    private static String recipe(TakeRecipe r, String clip) {
        if (r.isRecorded()) return Messages.of("voices.take.recipe.recorded", clip);
        var model = r.model().length() > 12 ? r.model().substring(0, 12) : r.model();
        return Messages.of("voices.take.recipe.words", String.valueOf(r.seed()), DeliveryField.TEMPERATURE.format(r.temperature()), String.valueOf(r.topK()),
                r.maxMillis() == 0 ? "–" : TimeFormat.seconds(r.maxMillis() / 1000.0), r.context().size(), model.isEmpty() ? "–" : model, clip);
    }

    /** One to five stars; a click on the current rating removes it, Left and Right change it. One stop for the Tab key. */
    private static final class RatingControl extends HBox {
        private static final int MOST = 5;

        RatingControl(int count, IntConsumer rate) {
            getStyleClass().add("stars");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.SLIDER);
            setAccessibleText(Messages.of("voices.stars", count));
            for (int i = 1; i <= MOST; i++) {
                int wanted = i == count ? 0 : i;
                var star = new Button();
                star.setGraphic(Icons.of(i <= count ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE));
                star.getStyleClass().setAll("star");
                if (i <= count) star.getStyleClass().add("given");
                star.setFocusTraversable(false);
                star.setAccessibleText(Messages.of("voices.stars", wanted));
                star.setOnAction(e -> rate.accept(wanted));
                getChildren().add(star);
            }
            setOnKeyPressed(e -> {
                int wanted = e.getCode() == KeyCode.RIGHT ? count + 1 : e.getCode() == KeyCode.LEFT ? count - 1 : -1;
                if (wanted < 0 || wanted > MOST) return;
                rate.accept(wanted);
                e.consume();
            });
        }
    }
}
