package studio.parley.studio.timing;

import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;

/** Which words of a take belong to the parts of a split line: those it was made for, so that a part whose text was edited before stays out of date. */
record TakeHalves(String first, String second) {
    static TakeHalves of(Document d, Line line, Take take, Line head, Line tail) {
        var own = d.decoration(line.id());
        var inputs = own.heard().get(take.id());
        var cut = own.cut(take.id());
        var whole = d.spokenText(line);
        var made = !cut.isNone() ? cut.words() : inputs == null ? whole : inputs.text();
        return of(made, whole, d.spokenText(head), d.spokenText(tail));
    }

    static TakeHalves of(String made, String whole, String head, String tail) {
        if (made.equals(whole)) return new TakeHalves(head, tail);
        if (made.startsWith(head) && isBorder(made, head.length())) return new TakeHalves(head, made.substring(head.length()).strip());
        int rest = made.length() - tail.length();
        if (made.endsWith(tail) && isBorder(made, rest)) return new TakeHalves(made.substring(0, rest).strip(), tail);
        return new TakeHalves(made, made);
    }

    /** Whether no word lies across a place. */
    private static boolean isBorder(String text, int place) {
        return place == 0 || place == text.length() || !Character.isLetterOrDigit(text.charAt(place - 1)) || !Character.isLetterOrDigit(text.charAt(place));
    }
}
