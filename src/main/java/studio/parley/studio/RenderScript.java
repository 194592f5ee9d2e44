package studio.parley.studio;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.script.ParsedScript;
import studio.parley.dialogue.script.Script;
import studio.parley.problem.Problem;
import studio.parley.render.ContextHash;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderStatus;
import studio.parley.render.Renderer;
import studio.parley.render.SeedDerivation;
import studio.parley.render.TakeSound;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.DurationEstimate;
import studio.parley.studio.document.edit.LongLines;

/**
 * Renders a script to one audio file: the context of each line is the references of those who speak so far, and the lines before it.
 * Finished lines are kept in a {@link RenderCache} until all are done.
 */
public final class RenderScript {
    /** A script, notices about its reading, and the clips of its voices. */
    public record Reading(ParsedScript script, List<ReferenceClip> clips) {
        Conversation conversation() {
            return script.conversation();
        }
    }

    private final LoadedModel model;
    private final RenderRequest request;
    private final Reading reading;
    private final WatermarkApplier mark;
    private final RenderEventListener watcher;
    private final RenderCache work;
    private final Map<String, Take> sounding = new HashMap<>();
    private final Map<String, List<Take>> all = new HashMap<>();

    /** Reads the script, once; problems with it or its voices are reported before anything else begins. */
    public static Reading read(RenderRequest request) {
        var parsed = LongLines.split(Script.parse(request.script(), request.form()));
        var conversation = parsed.conversation();
        if (conversation.lines().stream().noneMatch(Line::isSpoken)) {
            throw Problem.input(request.script() + " has no text to speak. Write lines like 'Ann: Hello.'");
        }
        return new Reading(parsed, ScriptVoices.of(conversation, request.script(), request.voices()));
    }

    /** Checks and locks all outputs. */
    public static void claim(Outputs outputs, RenderRequest request, Reading reading) {
        outputs.reading(request.script()).reading(reading.clips());
        new RenderNames(request, reading.conversation()).claim(outputs);
    }

    /** Reads the script itself. */
    public RenderScript(LoadedModel model, RenderRequest request, WatermarkApplier mark, RenderEventListener watcher) {
        this(model, request, read(request), mark, watcher);
    }

    public RenderScript(LoadedModel model, RenderRequest request, Reading reading, WatermarkApplier mark, RenderEventListener watcher) {
        this.model = model;
        this.request = request;
        this.reading = reading;
        this.mark = mark;
        this.watcher = watcher;
        this.work = request.isPiped() ? RenderCache.temporary() : new RenderCache(request.output().toAbsolutePath());
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
            if (request.isPiped()) work.remove();
        }
    }

    private void speak(AppDirectories directories, OutputStream pipe) {
        long begin = System.nanoTime();
        var notices = reading.script().notices();
        if (!notices.isEmpty()) watcher.on(new RenderEvent.Noticed(notices));
        var conversation = reading.conversation();
        var spoken = conversation.lines().stream().filter(Line::isSpoken).toList();
        watcher.on(new RenderEvent.Started(spoken.size(), spoken.stream().mapToDouble(l -> DurationEstimate.seconds(l.text())).sum(),
                conversation.speakers().stream().map(s -> s.name()).toList(), work.folder()));
        var live = request.isPiped() ? Optional.of(new LiveMix(conversation, work.clipStore(), model.rate(), pipe)) : Optional.<LiveMix>empty();
        try (var context = new RenderContext(model, directories, mark, request.takes(), request.retries())) {
            var references = context.references(reading.clips(), request.preparation());
            if (!context.notices().isEmpty()) watcher.on(new RenderEvent.Noticed(context.notices()));
            var heard = new ArrayList<ContextTurn>();
            context.checkRoom(prompts(conversation, spoken, references));
            for (int i = 0; i < spoken.size(); i++) {
                heard.add(line(context, conversation, spoken.get(i), i, RenderContext.heard(references, heard, spoken.get(i).speaker())));
                live.ifPresent(l -> l.send(sounding));
            }
        }
        var files = new RenderFiles(conversation, request, work.clipStore(), sounding, all).write();
        if (!request.keepWork()) work.remove();
        watcher.on(new RenderEvent.Finished(request.output(), files.seconds(), (System.nanoTime() - begin) / 1e9, files.files(),
                files.gain()));
    }

    /** The minimum context of each line: the references of all who speak up to it. */
    private List<UtteranceRequest> prompts(Conversation conversation, List<Line> spoken, List<ContextTurn> references) {
        var out = new ArrayList<UtteranceRequest>();
        var speakers = new HashSet<Integer>();
        for (var line : spoken) {
            speakers.add(line.speaker());
            out.add(prompt(conversation, line, references.stream().filter(r -> speakers.contains(r.speaker())).toList()));
        }
        return out;
    }

    /** Renders one line, or finds it in the cache; returns its context turn for later lines. */
    private ContextTurn line(RenderContext context, Conversation conversation, Line line, int index, List<ContextTurn> heard) {
        long begin = System.nanoTime();
        var speaker = conversation.speaker(line.speaker());
        watcher.on(new RenderEvent.LineStarted(index + 1, speaker.name(), line.text(), DurationEstimate.seconds(line.text())));
        var prompt = prompt(conversation, line, heard);
        var key = key(context, prompt);
        var kept = work.find(key, request.takes());
        var takes = kept.orElseGet(() -> speak(context, prompt, key, index + 1));
        var chosen = best(takes);
        sounding.put(line.id(), takes.get(chosen));
        all.put(line.id(), takes);
        watcher.on(new RenderEvent.LineDone(index + 1, place(line), speaker.name(), line, kept.isPresent(), seconds(takes.get(chosen)),
                (System.nanoTime() - begin) / 1e9, takes.stream().map(Take::checks).toList(), chosen + 1));
        return TakeSound.heard(work.clipStore(), line.speaker(), prompt.text(), takes.get(chosen))
                .orElseThrow(() -> Problem.disk("The codes of line " + (index + 1) + " are missing in " + work.folder()
                        + ". Delete that folder and render again.", null));
    }

    /** The same request as in a project, except for what the options add. */
    private UtteranceRequest prompt(Conversation conversation, Line line, List<ContextTurn> heard) {
        var text = request.preparation().words(line.text().replace('\n', ' '));
        var delivery = request.delivery().over(conversation.delivery(line, Delivery.INHERITED));
        return model.prompt(heard, line.speaker(), text, delivery, SeedDerivation.takes(request.seed(), line.id(), delivery.seed(), request.takes()), false);
    }

    private RenderEvent.Place place(Line line) {
        int at = reading.conversation().indexOf(line.id());
        return new RenderEvent.Place(at + 1, OptionalInt.of(reading.script().sourceLines().get(at)));
    }

    private List<Take> speak(RenderContext context, UtteranceRequest prompt, String key, int number) {
        var made = context.render(prompt, new RenderListener() {
            @Override
            public void status(RenderStatus status) {
                if (status instanceof RenderStatus.Speaking s) watcher.on(new RenderEvent.Frames(number, s.frames(), s.limit(), s.seconds()));
            }
        });
        var takes = IntStream.range(0, made.size()).mapToObj(i -> made.get(i).keep(work.clipStore(), "T" + (i + 1))).toList();
        work.keep(key, takes);
        return takes;
    }

    /** A name for everything that determines how the line's takes sound. */
    private String key(RenderContext context, UtteranceRequest prompt) {
        var parts = new ArrayList<String>();
        parts.add(prompt.speaker() + ":" + prompt.text());
        context.renderer().recipes(prompt, Renderer.fit(model.speech(), prompt)).forEach(r -> parts.add(r.toString()));
        prompt.takes().forEach(s -> parts.add(s.toString()));
        parts.add(mark.name() + " " + request.retries());
        return ContextHash.of(parts);
    }

    /** The first take with the fewest issues. */
    private static int best(List<Take> takes) {
        int best = 0;
        for (int i = 1; i < takes.size(); i++) if (takes.get(i).checks().size() < takes.get(best).checks().size()) best = i;
        return best;
    }

    private static double seconds(Take take) {
        return (double) take.samples() / take.rate();
    }
}
