package studio.parley.studio.document.staleness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.studio.document.model.Document;

/** Which lines can be rendered apart from each other, and which must wait for an earlier one that they hear. */
public final class LineChains {
    private final Document document;
    private final List<List<String>> chains = new ArrayList<>();

    private LineChains(Document document) {
        this.document = document;
    }

    /** Lines in groups of which none hears a line of another, even by way of others: each in the order of the script. */
    public static List<List<String>> of(Document document, List<String> lines) {
        var found = new LineChains(document);
        lines.stream().sorted(Comparator.comparingInt(document::indexOf)).forEach(found::add);
        return found.chains.stream().sorted(Comparator.comparingInt(c -> document.indexOf(c.getFirst()))).map(List::copyOf).toList();
    }

    /** Whether a line hears only reference clips, whatever else is in the document. */
    public static boolean isAlone(Document document, String line) {
        return ContextRange.of(document, document.indexOf(line)).isAlone();
    }

    private void add(String line) {
        var range = ContextRange.of(document, document.indexOf(line));
        var heard = range.isAlone() ? List.<List<String>>of() : chains.stream().filter(c -> c.stream().anyMatch(earlier -> range.offers(document.indexOf(earlier), earlier))).toList();
        var chain = heard.size() == 1 ? heard.getFirst() : joined(heard);
        chain.add(line);
    }

    private List<String> joined(List<List<String>> heard) {
        var all = new ArrayList<>(heard.stream().flatMap(List::stream).sorted(Comparator.comparingInt(document::indexOf)).toList());
        chains.removeIf(c -> heard.stream().anyMatch(h -> h == c));
        chains.add(all);
        return all;
    }
}
