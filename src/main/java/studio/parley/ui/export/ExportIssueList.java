package studio.parley.ui.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.export.ExportIssue;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** Lines that would be silent or other than the script says, by reason. */
final class ExportIssueList extends VBox {
    /** More numbers than this are cut short. */
    private static final int MOST = 12;
    private List<ExportIssue> lines = List.of();

    ExportIssueList() {
        super(3);
        setId("unready");
        getStyleClass().add("unready");
        show(List.of());
    }

    void show(List<ExportIssue> found) {
        lines = found;
        getChildren().clear();
        Visibility.show(!found.isEmpty(), this);
        byReason(found).forEach((reason, numbers) -> {
            var label = new Label(Messages.of("export.unready." + reason.name().toLowerCase(Locale.ROOT), numbers.size(), list(numbers)));
            label.setWrapText(true);
            label.getStyleClass().add(reason == ExportIssue.Reason.NO_TAKE || reason == ExportIssue.Reason.CLIP_MISSING ? "bad" : "wary");
            getChildren().add(label);
        });
    }

    private static Map<ExportIssue.Reason, TreeSet<Integer>> byReason(List<ExportIssue> found) {
        var out = new LinkedHashMap<ExportIssue.Reason, TreeSet<Integer>>();
        for (var u : found) out.computeIfAbsent(u.reason(), r -> new TreeSet<>()).add(u.number());
        return out;
    }

    private static String list(TreeSet<Integer> numbers) {
        var text = numbers.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > MOST ? text + " …" : text;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Lines that rendering would mend. */
    List<String> renderable() {
        return lines.stream().filter(ExportIssue::isTask).map(ExportIssue::line).distinct().toList();
    }
}
