package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.script.format.SubtitleCues.Cue;
import studio.parley.dialogue.script.format.SubtitleCues.Text;
import studio.parley.dialogue.script.source.ReadingNotices;

/** Removes what rolling captions show twice: lines of the previous cue that stay on the screen. */
final class RollingCaptions {
    private RollingCaptions() {}

    /** The unchanged cues, unless they roll: at least two of them and half of all begin with the end of the previous one. */
    static List<Cue> unrolled(List<Cue> cues, ReadingNotices notices) {
        int rolling = 0;
        boolean wordTimes = false;
        for (int i = 0; i < cues.size(); i++) {
            if (i > 0 && repeated(cues.get(i - 1), cues.get(i)) > 0) rolling++;
            wordTimes |= cues.get(i).text().stream().anyMatch(t -> CueText.hasWordTimes(t.text()));
        }
        if (rolling == 0 || !wordTimes && (rolling < 2 || 2 * rolling < cues.size() - 1 || isChorus(cues))) return cues;
        var out = new ArrayList<Cue>();
        for (int i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            int again = i == 0 ? 0 : repeated(cues.get(i - 1), cue);
            cue.text().subList(0, again).forEach(t -> notices.passOver(t.line(), "repeated line of rolling captions", ""));
            out.add(new Cue(cue.line(), cue.start(), cue.end(), cue.text().subList(again, cue.text().size())));
        }
        return out;
    }

    /** Somebody who repeats the same words: every cue is the same single line. */
    private static boolean isChorus(List<Cue> cues) {
        return cues.stream().allMatch(c -> c.text().size() <= 1);
    }

    /** How many lines at the beginning of a cue are those at the end of the previous one. */
    private static int repeated(Cue before, Cue cue) {
        int most = Math.min(before.text().size(), cue.text().size());
        for (int count = most; count > 0; count--) {
            if (plain(before.text().subList(before.text().size() - count, before.text().size())).equals(plain(cue.text().subList(0, count)))) return count;
        }
        return 0;
    }

    private static List<String> plain(List<Text> lines) {
        return lines.stream().map(t -> CueText.plain(t.text())).toList();
    }
}
