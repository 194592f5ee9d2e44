package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;

/** A line that would be missing from an export or be another than the script says; listed before anything is written. */
public record ExportIssue(int number, String line, Reason reason) {
    /** Why. The first two are silent in the export, the others sound as they are. */
    public enum Reason { NO_TAKE, CLIP_MISSING, STALE, STALE_UPSTREAM, FLAGGED }

    /** Whether rendering would mend it; a good take that heard another and a flag are only information. */
    public boolean isTask() {
        return reason != Reason.FLAGGED && reason != Reason.STALE_UPSTREAM;
    }

    public boolean isSilent() {
        return reason == Reason.NO_TAKE || reason == Reason.CLIP_MISSING;
    }

    /** All of them in order of the script; see {@link Staleness#of} for the last two. */
    public static List<ExportIssue> in(Document document, ClipStore clipStore, Delivery defaults, String model) {
        var out = new ArrayList<ExportIssue>();
        var stale = Staleness.of(document, defaults, model);
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            int number = i + 1;
            boolean gone = line.isSpoken() && line.sounding().isPresent() && !clipStore.isWhole(line.sounding().get().clip());
            if (gone) out.add(new ExportIssue(number, line.id(), Reason.CLIP_MISSING));
            switch (Objects.requireNonNull(stale.get(line.id()))) {
                case Staleness.Missing() -> out.add(new ExportIssue(number, line.id(), Reason.NO_TAKE));
                case Staleness.Own(var causes) -> out.add(new ExportIssue(number, line.id(), Reason.STALE));
                case Staleness.Upstream(var lines) -> out.add(new ExportIssue(number, line.id(), Reason.STALE_UPSTREAM));
                case Staleness.Fresh(), Staleness.Checking() -> { }
            }
            if (document.decoration(line.id()).flagged()) out.add(new ExportIssue(number, line.id(), Reason.FLAGGED));
        }
        return out;
    }
}
