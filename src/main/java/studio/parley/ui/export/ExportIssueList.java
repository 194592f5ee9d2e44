package studio.parley.ui.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import studio.parley.studio.project.LineIssues.Issue;
import studio.parley.studio.project.LineIssues.Reason;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** Lines that would be silent or differ from the script, by reason. */
final class ExportIssueList extends VBox {
    /** Longer lists of numbers are shortened. */
    private static final int MOST = 12;
    private List<Issue> lines = List.of();

    ExportIssueList() {
        super(3);
        setId("unready");
        getStyleClass().add("unready");
        show(List.of());
    }

    void show(List<Issue> found) {
        lines = found;
        getChildren().clear();
        Visibility.show(!found.isEmpty(), this);
        byReason(found, Reason::isSilent).forEach((reason, numbers) -> add(reason, numbers, "bad"));
        byReason(found, r -> !r.isSilent()).forEach((reason, numbers) -> add(reason, numbers, "wary"));
    }

    private void add(String reason, TreeSet<Integer> numbers, String style) {
        getChildren().add(Controls.words(Messages.of("export.unready." + reason, numbers.size(), list(numbers)), style));
    }

    private static Map<String, TreeSet<Integer>> byReason(List<Issue> found, Predicate<Reason> wanted) {
        var out = new LinkedHashMap<String, TreeSet<Integer>>();
        for (var i : found) i.reasons().stream().filter(wanted).forEach(r -> out.computeIfAbsent(r.code(), c -> new TreeSet<>()).add(i.number()));
        return out;
    }

    private static String list(TreeSet<Integer> numbers) {
        var text = numbers.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > MOST ? text + " …" : text;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Lines that rendering would fix. */
    List<String> renderable() {
        return lines.stream().filter(Issue::isTask).map(Issue::line).toList();
    }
}
