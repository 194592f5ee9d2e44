package studio.parley.ui.script.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.FindReplace;
import studio.parley.studio.document.edit.FindReplace.Match;
import studio.parley.studio.document.model.Document;
import studio.parley.ui.script.card.HighlightedText;

/** The search, its matches, and the current match. No nodes. */
final class FindModel {
    private FindReplace wanted = FindReplace.plain("");
    private Optional<List<String>> scope = Optional.empty();
    private List<Match> matches = List.of();
    private int at = -1;
    private String trouble = "";

    /** Searches again; stays at or after the current position. */
    void look(FindReplace what, Optional<List<String>> within, Document document) {
        var before = current();
        wanted = what;
        scope = within;
        trouble = "";
        try {
            matches = what.in(document, within);
        } catch (Problem e) {
            matches = List.of();
            trouble = String.valueOf(e.getMessage());
        }
        at = matches.isEmpty() ? -1 : before.map(m -> nearest(m, document)).orElse(0);
    }

    /** Starts from a line: the first match in it or after it. */
    void from(String line, Document document) {
        int row = document.indexOf(line);
        for (int i = 0; i < matches.size(); i++) {
            if (document.indexOf(matches.get(i).line()) >= row) {
                at = i;
                return;
            }
        }
    }

    private int nearest(Match before, Document document) {
        int row = document.indexOf(before.line());
        for (int i = 0; i < matches.size(); i++) {
            int here = document.indexOf(matches.get(i).line());
            if (here > row || here == row && matches.get(i).from() >= before.from()) return i;
        }
        return 0;
    }

    Optional<Match> current() {
        return at >= 0 && at < matches.size() ? Optional.of(matches.get(at)) : Optional.empty();
    }

    Optional<Match> step(int by) {
        if (!matches.isEmpty()) at = Math.floorMod(at + by, matches.size());
        return current();
    }

    FindReplace wanted() {
        return wanted;
    }

    Optional<List<String>> scope() {
        return scope;
    }

    int count() {
        return matches.size();
    }

    /** From 1; 0 if there is none. */
    int number() {
        return at + 1;
    }

    /** Why the search is not possible; empty if it is. */
    String trouble() {
        return trouble;
    }

    List<HighlightedText.Mark> marks(String line) {
        if (matches.isEmpty()) return List.of();
        var out = new ArrayList<HighlightedText.Mark>();
        for (int i = 0; i < matches.size(); i++) {
            var m = matches.get(i);
            if (m.line().equals(line) && m.place() == FindReplace.Place.TEXT) out.add(new HighlightedText.Mark(m.from(), m.to(), i == at));
        }
        return out;
    }

    static FindReplace of(String what, boolean regex, boolean word, boolean matchCase) {
        return new FindReplace(what, regex, word, matchCase, Set.of(FindReplace.Place.TEXT));
    }
}
