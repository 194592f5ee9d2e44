package studio.parley.studio.project.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderedTake;
import studio.parley.render.Renderer;
import studio.parley.render.Utterance;
import studio.parley.render.UtteranceRequest;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.SpeakText;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.project.render.Ears;
import studio.parley.studio.project.render.RenderProject;
import studio.parley.studio.settings.AppDirectories;

/** A script and a seed give the same conversation: interrupted or not, as a script, as a project, or said. With the bundled voice. */
class SameConversationTest {
    private static final String SCRIPT = "# Test\nAnn: See it?\nBen: (softly) No.\nAnn: [pause 0.3] The light is out.\nBen ^: Oh.\nAnn: Come on.\n";
    @TempDir
    static Path home;
    private static LoadedModel model;
    private static AppDirectories directories;

    @BeforeAll
    static void open() throws IOException {
        directories = AppDirectories.under(home.resolve("home"), Optional.empty());
        model = LoadedModel.open(Path.of("assets/voice"), "cpu", 1, Optional.empty(), directories, done -> { });
        Files.writeString(home.resolve("script.txt"), SCRIPT);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** Renders the script, stopping at the first frame of line {@code stop}; returns the clips of all takes kept by then. */
    private static TreeSet<String> render(String output, int takes, int stop) {
        return render(output, takes, stop, new ArrayList<>());
    }

    /** @param kept gets for each line whether it was found finished */
    private static TreeSet<String> render(String output, int takes, int stop, List<Boolean> kept) {
        var request = new ScriptRenderOptions(home.resolve("script.txt"), Optional.empty(), home.resolve(output), Optional.empty(), ClipPreset.NONE,
                Delivery.INHERITED, ProjectSettings.FRESH.listening(), 0, takes, 0, Optional.empty(), true, Ears.OFF);
        var stopping = new boolean[1];
        var rendering = new RenderScript(model, request, WatermarkApplier.of(directories), event -> {
            if (event instanceof RenderEvent.Frames f && f.line() == stop) stopping[0] = true;
            if (event instanceof RenderEvent.LineDone d) kept.add(d.reused());
        });
        Cancellation.unless(() -> stopping[0], () -> {
            rendering.run(directories);
            return output;
        });
        return clips(output);
    }

    /** The clips of the newest project that is kept beside an output. */
    private static TreeSet<String> clips(String output) {
        try (var folders = Files.list(home.resolve(output + ".parley-work")); var project = Project.open(folders.filter(ProjectFolder::isProject).max(Comparator.naturalOrder()).orElseThrow()).project()) {
            return clips(project.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> clips(Document document) {
        return document.lines().stream().flatMap(l -> l.takes().stream()).map(Take::clip).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void interruptedAtAnyLineItIsTheSame(int takes) {
        var whole = render("whole" + takes + ".wav", takes, 0);
        assertEquals(5 * takes, whole.size());
        for (int stop = 2; stop <= 5; stop++) {
            var output = "stopped" + takes + "-" + stop + ".wav";
            int line = stop;
            assertThrows(CancellationException.class, () -> render(output, takes, line));
            assertEquals(whole, render(output, takes, 0), "stopped in line " + stop);
        }
    }

    /** A changed script is as if it had been rendered from nothing, and what comes before the change is not spoken again. */
    @Test
    void aChangedScriptIsAsIfNothingHadBeenThere() throws IOException {
        var script = home.resolve("script.txt");
        try {
            render("changed.wav", 1, 0);
            Files.writeString(script, SCRIPT.replace("The light is out.", "The lamp is lit."));
            var kept = new ArrayList<Boolean>();
            var carried = render("changed.wav", 1, 0, kept);
            assertEquals(List.of(true, true, false, false, false), kept);
            assertEquals(render("cold.wav", 1, 0), carried);
            kept.clear();
            assertEquals(carried, render("changed.wav", 1, 0, kept));
            assertEquals(List.of(true, true, true, true, true), kept);
            assertArrayEquals(Files.readAllBytes(home.resolve("cold.wav")), Files.readAllBytes(home.resolve("changed.wav")));
        } finally {
            Files.writeString(script, SCRIPT);
        }
    }

    /** Nothing is left beside the output of a render that did not get to its first take. */
    @Test
    void whatCannotBeginLeavesNothing() throws IOException {
        var clip = home.resolve("long.wav");
        WavFiles.write(clip, Pcm.silence(24_000, 1, 24_000 * 200), SampleFormat.PCM_16);
        Files.writeString(home.resolve("long.txt"), "Words.");
        var script = Files.writeString(home.resolve("voiced.txt"), "@voice Ann long.wav\nAnn: Hi.\n");
        var request = new ScriptRenderOptions(script, Optional.empty(), home.resolve("none.wav"), Optional.empty(), ClipPreset.WHOLE, Delivery.INHERITED, ProjectSettings.FRESH.listening(), 0, 1, 0,
                Optional.empty(), false, Ears.OFF);
        var problem = assertThrows(Problem.class, () -> new RenderScript(model, request, WatermarkApplier.of(directories), event -> { }).run(directories));
        assertTrue(problem.getMessage().contains("the reference clip " + clip), problem.getMessage());
        assertFalse(Files.exists(home.resolve("none.wav.parley-work")));
    }

    /** A take whose sound or codes are gone, and a project that cannot be read, count as not there. */
    @Test
    void whatIsDamagedIsMadeAgain() throws IOException {
        var whole = render("damaged.wav", 1, 0);
        var work = home.resolve("damaged.wav.parley-work");
        List<Path> files;
        try (var all = Files.walk(work)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var clip = files.stream().filter(f -> f.toString().endsWith(".wav")).findFirst().orElseThrow();
        Files.write(clip, Arrays.copyOf(Files.readAllBytes(clip), 100));
        assertEquals(whole, render("damaged.wav", 1, 0));
        for (var file : files) if (!file.toString().contains("audio")) Files.writeString(file, "{");
        assertEquals(whole, render("damaged.wav", 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aProjectOfTheScriptIsTheSame(int takes) {
        var whole = render("script" + takes + ".wav", takes, 0);
        var project = ProjectImport.create(home.resolve("script.txt"), Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, home.resolve("p" + takes + ".parley")).project();
        try (project) {
            new RenderProject(project, model, directories, Ears.OFF, event -> { }).run(RenderProject.Which.NEEDED, takes, notice -> { });
            assertEquals(whole, clips(project.document()));
            assertTrue(project.document().lines().stream().flatMap(l -> l.takes().stream()).allMatch(t -> t.recipe().together() == takes > 1));
        }
    }

    /** What is said is what the first line of a script would be. */
    @Test
    void aTextSaidIsTheSame() {
        var said = new SpeakText(model).run(new SpeakText.Request("See it?||No.", 0, List.of(), ClipPreset.NONE, Delivery.INHERITED, 0), WatermarkApplier.of(directories), directories,
                RenderListener.NONE);
        render("said.wav", 1, 0);
        var first = new ArrayList<String>();
        var clipStore = new studio.parley.audio.store.ClipStore(home.resolve("clips"));
        said.forEach(p -> first.add(clipStore.put(p.sound()).hex()));
        assertTrue(clips("said.wav").containsAll(first), "the codes of both parts");
    }

    /** Each take of a batch is made again, alone, from its recipe, after other things were said. */
    @Test
    void aTakeIsMadeAgainAloneFromItsRecipe() {
        try (var renderer = new Renderer(model.speech(), UnaryOperator.identity(), 3, 0)) {
            var seeds = List.of(5L, 6L, 7L);
            var made = render(renderer, model.prompt(List.of(), 0, "The light is out.", Delivery.INHERITED, seeds, false));
            for (var take : made) {
                render(renderer, model.prompt(List.of(), 1, "Something else.", Delivery.INHERITED, List.of(1L), false));
                var own = new Delivery(null, take.recipe().topK(), take.recipe().maxMillis(), null);
                var again = model.prompt(List.of(), 0, "The light is out.", own, List.of(take.recipe().seed()), take.recipe().together());
                assertEquals(take.codes(), render(renderer, again).getFirst().codes());
            }
        }
    }

    private static List<RenderedTake> render(Renderer renderer, UtteranceRequest prompt) {
        return renderer.render(new Utterance(prompt, Renderer.fit(model.speech(), prompt), RenderListener.NONE));
    }

    /** A line that has no room is refused before any is spoken. */
    @Test
    void aLineTooLongForTheModelIsRefusedFirst() throws IOException {
        var project = ProjectImport.create(home.resolve("script.txt"), Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, home.resolve("long.parley")).project();
        try (project) {
            project.edit(TestEdits.text("Type", "L4", "and on and on ".repeat(300))).join();
            var events = new ArrayList<RenderEvent>();
            var problem = assertThrows(Problem.class, () -> new RenderProject(project, model, directories, Ears.OFF, events::add).run(RenderProject.Which.NEEDED, 1, notice -> { }));
            assertTrue(problem.getMessage().contains("plit the line"), problem.getMessage());
            assertEquals(List.of(), events);
        }
    }
}
