package studio.parley.studio.project.script;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.io.Disk;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;
import studio.parley.render.ContextHash;
import studio.parley.speech.text.LongText;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.Outputs;
import studio.parley.studio.PreparedClip;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.ScriptVoices;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.edit.LongLines;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.export.MixLength;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.project.render.ContextBudgets;
import studio.parley.studio.project.render.FinishedLines;
import studio.parley.studio.project.render.OverlongClip;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.studio.project.render.RenderRun;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;
import studio.parley.voice.ReferenceClip;

/**
 * Renders a script to one audio file: it becomes a project in a {@link WorkFolder}, which is rendered and mixed like any other and deleted
 * when everything is done.
 */
public final class RenderScript {
    /** A script, notices about its reading, and the clips of its voices. */
    public record Reading(ParsedScript script, List<ReferenceClip> clips) {
        Conversation conversation() {
            return script.conversation();
        }
    }

    private final LoadedModel model;
    private final ScriptRenderOptions request;
    private final Reading reading;
    private final WatermarkApplier mark;
    private final RenderEventListener watcher;
    private final WorkFolder work;
    /** What parts on several machines have rendered. */
    private final Optional<FinishedLines> finished;
    /** The source of each clip, by its path in the project, and notices about the clips. */
    private final Map<String, Path> files = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    /** Whether the work folder holds nothing from which a render could continue. */
    private boolean empty;

    /** Reads the script, once; problems with it or its voices are reported before anything else begins. */
    public static Reading read(ScriptRenderOptions request, ClipTranscripts transcripts) {
        var parsed = LongLines.split(Script.parse(request.script(), request.form()));
        var conversation = parsed.conversation();
        if (conversation.lines().stream().noneMatch(Line::isSpoken)) {
            throw Problem.input(request.script() + " has no text to speak. Write lines like 'Ann: Hello.'");
        }
        MixLength.expected(conversation).check(i -> "line " + parsed.sourceLines().get(i) + " of the script");
        return new Reading(parsed, ScriptVoices.of(conversation, request.script(), request.voices(), transcripts));
    }

    /** Checks and locks all outputs. */
    public static void claim(Outputs outputs, ScriptRenderOptions request, Reading reading) {
        outputs.reading(request.script()).reading(reading.clips());
        new RenderNames(request, reading.conversation()).claim(outputs);
    }

    /** Reads the script itself. */
    public RenderScript(LoadedModel model, ScriptRenderOptions request, WatermarkApplier mark, RenderEventListener watcher) {
        this(model, request, read(request, ClipTranscripts.WRITTEN), mark, watcher);
    }

    public RenderScript(LoadedModel model, ScriptRenderOptions request, Reading reading, WatermarkApplier mark, RenderEventListener watcher) {
        this(model, request, reading, mark, watcher, Optional.empty());
    }

    /** @param finished what parts on several machines have rendered, if there are any */
    public RenderScript(LoadedModel model, ScriptRenderOptions request, Reading reading, WatermarkApplier mark, RenderEventListener watcher, Optional<FinishedLines> finished) {
        this.model = model;
        this.request = request;
        this.reading = reading;
        this.mark = mark;
        this.watcher = watcher;
        this.finished = finished;
        this.work = request.isPiped() ? WorkFolder.temporary() : WorkFolder.of(request.output());
    }

    public void run(AppDirectories directories) {
        run(directories, OutputStream.nullOutputStream());
    }

    /**
     * Renders the missing lines and writes the files.
     *
     * @param pipe the destination of a piped request
     * @throws java.util.concurrent.CancellationException if {@link studio.parley.problem.Cancellation} requests it; finished lines are kept
     */
    public void run(AppDirectories directories, OutputStream pipe) {
        try {
            speak(directories, pipe);
        } finally {
            if (request.isPiped() || empty) work.remove();
        }
    }

    /** Only renders the missing lines, into the finished ones: this is a part of a render on several machines, and another one writes the output. */
    public void speak(AppDirectories directories) {
        notice(reading.script().notices());
        var scratch = new ProjectFolder(TempFolder.folder(), finished.orElseThrow().audio());
        Disk.folder(scratch.references());
        try (var project = Project.draft(scratch, document(scratch))) {
            speak(project, scratch.root(), directories, OutputStream.nullOutputStream());
        } finally {
            Disk.remove(scratch.root());
        }
    }

    /** A name for everything that determines the speech. */
    public String recipe() {
        var parts = new ArrayList<>(List.of(key(), model.speech().info().identity(), "" + request.form(), "" + request.delivery(), "" + request.ears().areOn(),
                finished.orElseThrow().hash(request.script())));
        for (var clip : reading.clips()) parts.add(clip.transcript() + "|" + finished.orElseThrow().hash(clip.file()));
        return ContextHash.of(parts);
    }

    private void speak(AppDirectories directories, OutputStream pipe) {
        long begin = System.nanoTime();
        notice(reading.script().notices());
        RenderFiles.Written files;
        try (var project = work.open(key(), this::document, ModelDefaults.of(model), request.takes())) {
            speak(project, work.path(), directories, pipe);
            files = new RenderFiles(project.document(), request, project.clipStore()).write();
        }
        if (!request.keepWork()) work.remove();
        watcher.on(new RenderEvent.Finished(request.output(), files.seconds(), (System.nanoTime() - begin) / 1e9, files.files(), files.gain()));
    }

    private void speak(Project project, Path folder, AppDirectories directories, OutputStream pipe) {
        var lines = project.document().lines().stream().filter(Line::isSpoken).toList();
        empty = lines.stream().allMatch(l -> l.takes().isEmpty());
        var live = request.isPiped() ? Optional.of(new LiveMix(project.clipStore(), model.rate(), pipe)) : Optional.<LiveMix>empty();
        var run = new RenderRun(project, model, directories, event -> {
            if (event instanceof RenderEvent.LineFailed failed) {
                // Others go on with other scripts, and this is not the last that is said.
                if (finished.isPresent()) watcher.on(failed);
                throw named(failed.problem());
            }
            empty &= !(event instanceof RenderEvent.LineDone);
            watcher.on(event);
            if (event instanceof RenderEvent.LineDone) live.ifPresent(l -> l.send(project.document()));
        }, at -> OptionalInt.of(reading.script().sourceLines().get(at)));
        run.begin(lines.stream().map(Line::id).toList(), folder);
        notice(notices);
        notice(unsayable(project.document(), lines));
        checkRoom(project);
        lines.stream().filter(l -> !l.takes().isEmpty()).forEach(l -> run.kept(l.id()));
        var heard = request.ears().areOn() ? Optional.of(HeardTakes.of(project.folder(), directories, 1)) : Optional.<HeardTakes>empty();
        run.speak(lines.stream().filter(l -> l.takes().isEmpty()).map(Line::id).toList(), request.takes(),
                new RenderQueue.Mode(RenderQueue.rows(request.takes()), request.retries(), true, false).hearing(() -> heard, request.ears().retries()).with(finished));
    }

    private List<String> unsayable(Document document, List<Line> lines) {
        var read = model.speech().info().reading();
        return lines.stream().flatMap(l -> read.notice("Line " + reading.script().sourceLines().get(document.indexOf(l.id())) + " of the script", l.text()).stream()).toList();
    }

    private void notice(List<String> notices) {
        if (!notices.isEmpty()) watcher.on(new RenderEvent.Noticed(notices));
    }

    /** Everything outside the document that changes the audio. */
    private String key() {
        return ContextHash.of(List.of(request.preparation().name(), request.context().name(), "" + request.seed(), "" + request.takes(), request.retries() + "," + request.ears().retries().orElse(0), mark.name()));
    }

    /** The script as a project, with what the request adds. */
    private Document document(ProjectFolder folder) {
        var whole = reading.conversation();
        var asked = new Conversation(whole.title(), whole.speakers(), whole.lines().stream().map(this::asked).toList(), whole.delivery());
        return ProjectImport.document(asked, reading.clips(), clip -> clip(folder, clip))
                .with(ProjectSettings.FRESH.with(request.context()).withSeed(request.seed()).withWatermark(mark.isMarking()));
    }

    private Line asked(Line l) {
        return l.withText(l.isSpoken() ? request.preparation().words(l.text()) : "").withDelivery(request.delivery().over(l.delivery()))
                .withTakes(List.of(), Optional.empty());
    }

    private ImportedClip clip(ProjectFolder folder, ReferenceClip clip) {
        var prepared = PreparedClip.of(clip.file(), request.preparation(), model.rate());
        var name = clip.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        var made = new ClipImporter(folder).whole(prepared.heard(), name, ReferenceMetadata.NONE.withTranscript(clip.transcript()));
        if (files.put(made.reference().path(), clip.file()) == null) notices.addAll(prepared.notices());
        return made;
    }

    /** Checks before rendering whether every line fits into the context with the references. */
    private void checkRoom(Project project) {
        var document = project.document();
        var silent = document.withLines(document.lines().stream().map(this::asked).toList());
        var budgets = new ContextBudgets(model, project.folder());
        for (var line : silent.lines()) {
            boolean fits = !line.isSpoken() || reading.clips().isEmpty() && LongText.fits(line.text());
            if (!fits) budgets.obstacle(silent, line.id()).ifPresent(p -> {
                throw named(p);
            });
        }
    }

    /** The same problem with the clip's original file name. */
    private Problem named(Problem problem) {
        var file = problem instanceof OverlongClip clip ? files.get(clip.path()) : null;
        return file == null ? problem : ((OverlongClip) problem).named(file.toString(), "Use a clip of 10 to 20 s and only its transcript.");
    }
}
