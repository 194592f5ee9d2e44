package studio.parley.studio.project;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.likeness.VoiceFinding;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.timing.Collisions;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.transcription.WordFinding;

/** Lines that need attention, in the order of the script: for "next issue" and the list of checks. */
public final class LineIssues {
    /** The kinds of issues of a line. */
    public sealed interface Reason {
        /** Its name in messages and in JSON. */
        default String code() {
            return switch (this) {
                case Missing() -> "no_take";
                case SoundMissing() -> "clip_missing";
                case Stale s -> "stale";
                case StaleUpstream s -> "stale_upstream";
                case Check c -> "check";
                case Words w -> "words";
                case OtherVoice v -> "other_voice";
                case SpeaksTwice s -> "speaks_twice";
                case Flagged() -> "flagged";
                case NoReference() -> "no_reference";
                case ReferenceMissing r -> "reference_missing";
                case Unsayable u -> "unsayable";
            };
        }

        /** Whether rendering would fix it. */
        default boolean isTask() {
            return isSilent() || this instanceof Stale;
        }

        /** Whether the line is silent. */
        default boolean isSilent() {
            return this instanceof Missing || this instanceof SoundMissing;
        }

        /** Whether it affects an export. */
        default boolean concernsExport() {
            return isTask() || this instanceof StaleUpstream || this instanceof Words || this instanceof OtherVoice || this instanceof SpeaksTwice || this instanceof Flagged || this instanceof Unsayable;
        }

        /** It has no take. */
        record Missing() implements Reason {}

        /** The audio file of its take is missing. */
        record SoundMissing() implements Reason {}

        /** Red: its own text, voice or settings differ from those of its take. */
        record Stale(Set<Staleness.Cause> causes) implements Reason {}

        /** Amber: lines in its context have changed. */
        record StaleUpstream(List<String> lines) implements Reason {}

        /** The issues that the checks found in the take in use. */
        record Check(String words) implements Reason {}

        /** Something else was heard in the take in use than the line says. */
        record Words(List<WordFinding> findings) implements Reason {
            public Words {
                findings = List.copyOf(findings);
            }

            /** One sentence for each finding. */
            public List<String> sentences() {
                return findings.stream().map(WordFinding::sentence).toList();
            }
        }

        /** Its speaker speaks another line at the same time, for this long. */
        record SpeaksTwice(String other, long millis) implements Reason {}

        /** The take in use is not in its speaker's voice. */
        record OtherVoice(VoiceFinding finding) implements Reason {}

        /** Flagged by a listener. */
        record Flagged() implements Reason {}

        /** Its speaker has no reference clip. */
        record NoReference() implements Reason {}

        /** The model cannot say these characters, so they would be lost. */
        record Unsayable(String characters) implements Reason {}

        /** A reference clip of its speaker is missing. */
        record ReferenceMissing(String path) implements Reason {}
    }

    /** A line with all its issues, never empty. {@code number} counts lines from 1. */
    public record Issue(String line, int number, List<Reason> reasons) {
        public Issue {
            reasons = List.copyOf(reasons);
        }

        /** Whether rendering would fix something about it. */
        public boolean isTask() {
            return reasons.stream().anyMatch(Reason::isTask);
        }
    }

    private LineIssues() {}

    /** For a whole document; checks files, so not for a thread that must not block. */
    public static List<Issue> in(Document document, ProjectFolder folder, ModelDefaults defaults, HeardTakes takes) {
        var likeness = takes.voices().map(v -> v.in(document));
        var heard = takes.words().in(document);
        var stale = Staleness.of(document, defaults.delivery(), defaults.model());
        var voices = new Voices(document, folder);
        var collisions = Collisions.of(LineTimes.of(document)).stream().collect(Collectors.groupingBy(Collisions.Collision::line));
        var out = new ArrayList<Issue>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var reasons = reasons(document, folder, line, Objects.requireNonNull(stale.get(line.id())));
            for (var c : collisions.getOrDefault(line.id(), List.of())) reasons.add(new Reason.SpeaksTwice(c.other(), c.millis()));
            if (line.isSpoken()) {
                heard.of(line).filter(r -> !r.isRight()).ifPresent(r -> reasons.add(new Reason.Words(r.findings())));
                likeness.flatMap(l -> l.of(line)).ifPresent(f -> reasons.add(new Reason.OtherVoice(f)));
                reasons.addAll(voices.of(line.speaker()));
                var unsayable = defaults.reading().unsayable(document.spokenText(line));
                if (!unsayable.isEmpty()) reasons.add(new Reason.Unsayable(unsayable));
            }
            if (!reasons.isEmpty()) out.add(new Issue(line.id(), i + 1, reasons));
        }
        return List.copyOf(out);
    }

    /** Those that affect an export, with only these reasons. */
    public static List<Issue> forExport(Document document, ProjectFolder folder, ModelDefaults defaults, HeardTakes takes) {
        return in(document, folder, defaults, takes).stream().map(i -> new Issue(i.line(), i.number(), i.reasons().stream().filter(Reason::concernsExport).toList()))
                .filter(i -> !i.reasons().isEmpty()).toList();
    }

    /** The first issue after a line, wrapping at the end; empty if there is none. An unknown line counts as before the first. */
    public static Optional<Issue> next(List<Issue> issues, Document document, String line) {
        int here = document.indexOf(line) + 1;
        return issues.stream().filter(i -> i.number() > here).findFirst().or(() -> issues.stream().findFirst());
    }

    /** The last issue before a line, wrapping at the start. */
    public static Optional<Issue> previous(List<Issue> issues, Document document, String line) {
        int here = document.indexOf(line) + 1;
        return issues.reversed().stream().filter(i -> i.number() < here).findFirst().or(() -> issues.reversed().stream().findFirst());
    }

    private static List<Reason> reasons(Document document, ProjectFolder folder, Line line, Staleness stale) {
        var out = new ArrayList<Reason>();
        switch (stale) {
            case Staleness.Missing() -> out.add(new Reason.Missing());
            case Staleness.Own(var causes) -> out.add(new Reason.Stale(causes));
            case Staleness.Upstream(var lines) -> out.add(new Reason.StaleUpstream(lines));
            case Staleness.Fresh(), Staleness.Checking() -> { }
        }
        if (!line.isSpoken()) return out;
        line.sounding().ifPresent(take -> {
            if (!folder.clipStore().isWhole(take.clip())) out.add(new Reason.SoundMissing());
            take.checks().forEach(words -> out.add(new Reason.Check(words)));
        });
        if (document.decoration(line.id()).flagged()) out.add(new Reason.Flagged());
        return out;
    }

    /** Issues of speakers; each file is checked once. */
    private static final class Voices {
        private final Document document;
        private final Set<String> gone = new HashSet<>();

        Voices(Document document, ProjectFolder folder) {
            this.document = document;
            for (var speaker : document.conversation().speakers()) {
                for (var r : speaker.references()) if (!Files.isRegularFile(folder.reference(r.path()))) gone.add(r.path());
            }
        }

        List<Reason> of(int number) {
            var references = document.conversation().speaker(number).references();
            if (references.isEmpty()) return List.of(new Reason.NoReference());
            return references.stream().filter(r -> gone.contains(r.path()))
                    .map(r -> (Reason) new Reason.ReferenceMissing(r.path())).toList();
        }
    }
}
