package studio.parley.ui.script.card;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.transcription.WordFinding;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;

/** One line of the script as a card: speaker, text, and the state of its take. */
public final class LineCard extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
    public final CardHead head;
    public final HighlightedText words = new HighlightedText();
    private final Label number = Controls.label("", "line-number", "numbers");
    private final VBox content;
    private Optional<LineRow> row = Optional.empty();
    private Optional<LineEditor> editor = Optional.empty();
    private Optional<Node> details = Optional.empty();
    private final Tooltip findings = new Tooltip();
    private List<HighlightedText.Mark> doubts = List.of();
    private boolean dark;

    public LineCard(CardHead.Popovers popovers) {
        head = new CardHead(this, popovers);
        getStyleClass().add("line-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        var bar = new Region();
        bar.getStyleClass().add("speaker-bar");
        content = new VBox(head, words);
        content.getStyleClass().add("line-content");
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(bar, number, content);
        visibleProperty().subscribe(head::seen);
    }

    /** Empty for an unused card. */
    public Optional<LineRow> row() {
        return row;
    }

    /** The line's id; empty if unused. */
    public String line() {
        return row.map(r -> r.line().id()).orElse("");
    }

    public void show(LineRow next, boolean isDark) {
        if (row.filter(next::equals).isPresent() && dark == isDark) return;
        var colour = SpeakerColour.css(next.colour(), isDark);
        if (row.isEmpty() || dark != isDark || !row.get().colour().equals(next.colour())) setStyle("-speaker: " + colour + ";");
        row = Optional.of(next);
        dark = isDark;
        number.setText(String.valueOf(next.number()));
        head.show(next);
        words.show(next.line().text().isEmpty() ? Messages.of("script.empty.line") : next.line().text(), next.line().text().isEmpty());
        setAccessibleText(next.spoken());
    }

    /** Marks where something else was heard than is written. */
    public void findings(List<WordFinding> found) {
        doubts = found.stream().map(f -> new HighlightedText.Mark(f.from(), f.to(), false)).toList();
        words.wrong(doubts);
        editor.ifPresent(e -> e.wrong(doubts));
        var sentences = found.stream().map(WordFinding::sentence).collect(Collectors.joining("\n"));
        if (sentences.equals(findings.getText())) return;
        findings.setText(sentences);
        setAccessibleHelp(sentences);
        if (sentences.isEmpty()) Tooltip.uninstall(words, findings);
        else Tooltip.install(words, findings);
    }

    /** Selection and playback state. */
    public void mark(boolean current, boolean selected, boolean heard) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(HEARD, heard);
        setFocusTraversable(current);
        head.open(current);
    }

    public boolean isEdited() {
        return editor.isPresent();
    }

    /** Shows the editor in place of the text, or the text again. */
    void edit(Optional<LineEditor> wanted) {
        if (wanted.equals(editor)) return;
        content.getChildren().set(1, wanted.<Node>map(e -> e).orElse(words));
        editor.ifPresent(e -> e.speak(Optional.empty()));
        editor = wanted;
        editor.ifPresent(e -> e.wrong(doubts));
    }

    /** Highlights the word that is being spoken. */
    public void speak(Optional<HighlightedText.Mark> word) {
        words.speak(word);
        editor.ifPresent(e -> e.speak(word));
    }

    /** What only the current card shows below its text. */
    public void details(Optional<? extends Node> wanted) {
        if (details.equals(wanted)) return;
        details.ifPresent(content.getChildren()::remove);
        details = wanted.map(n -> n);
        details.filter(n -> !content.getChildren().contains(n)).ifPresent(content.getChildren()::add);
    }

    /** The height of the content at its actual width; an HBox asks for other widths too. */
    @Override
    protected double computePrefHeight(double width) {
        double beside = snapSizeX(Math.max(number.minWidth(-1), number.prefWidth(-1))) + 3 + snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + content.prefHeight(width < 0 ? -1 : Math.min(width - beside, content.maxWidth(-1))) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> row.map(r -> r.number() - 1).orElse(0);
            case SELECTED -> getPseudoClassStates().contains(SELECTED);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** A small flat button of the card's head. */
    public static Button small(String style) {
        var button = new Button();
        button.getStyleClass().setAll("card-button", style);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
