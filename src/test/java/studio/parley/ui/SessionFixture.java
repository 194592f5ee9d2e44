package studio.parley.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.script.Scripts;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.session.ProjectSession;

/** Desks for tests: projects in a temporary folder, with takes that sound like babble of a known length. */
public final class SessionFixture {
    public static final String LIGHTHOUSE = """
            # The Lighthouse
            Ann: Did you see that?
            Ben: (whispering) See what?
            Ann: That light. Out past the rocks, there it is again.
            Cora ^: It's just the buoy. It has always been the buoy.
            Ben: Buoys don't move, Cora.
            Ann: Neither do lighthouses, and yet here we are.
            Cora: Oh no.
            """;

    private static final List<AppServices> OPEN = new CopyOnWriteArrayList<>();

    private SessionFixture() {}

    /** Waits for what is still under way: it would write into a folder that the test removes. Not on the JavaFX thread. */
    static void awaitWork() throws Exception {
        for (var services : OPEN) {
            services.models().idle().join();
            Fx.run(services.preferences()::settle);
            Fx.call(services.preferences()::written).handle((v, refused) -> refused).join();
            OPEN.remove(services);
        }
        FxThread.awaitWrites();
        try {
            Fx.until(() -> !FxThread.isWorking(), 2_000);
        } catch (TimeoutException stuck) {
            // Measuring and drawing may take longer; they write nothing.
        }
    }

    /** A tiny untrained model: loads and babbles in a moment. */
    public static final Path TINY_MODEL = Path.of("src/test/resources/test-model").toAbsolutePath();

    /** Settings, models and caches under {@code home}; the program is this checkout, but the model is {@link #TINY_MODEL}. */
    public static AppServices services(Path home) {
        var directories = AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        var settings = Settings.read(directories.settingsFile());
        if (settings.model().isEmpty()) settings.withModel(TINY_MODEL.toString()).with(Preferences.EARS, "no").write(directories.settingsFile());
        var services = AppServices.at(directories);
        OPEN.add(services);
        return services;
    }

    /** A session over a new project; call on the JavaFX thread ({@code Fx.call}). */
    public static ProjectSession of(Path home, String script) {
        return of(home, script, AudioOutFactory.of(new MemoryOut(ProjectSession.RATE)));
    }

    /** A session that is heard through {@code sound}. */
    public static ProjectSession of(Path home, String script, AudioOutFactory sound) {
        var project = Project.create(home.resolve("test.parley"), Document.of(Scripts.read("test.txt", script, Optional.empty())));
        return new ProjectSession(project, services(home).withSound(sound), ModelDefaults.of(project.document()));
    }

    /** As {@link #of}, where the first {@code rendered} lines have a take of 60 ms per letter. */
    public static ProjectSession of(Path home, String script, int rendered) {
        return of(home, script, rendered, AudioOutFactory.of(new MemoryOut(ProjectSession.RATE)));
    }

    /** The same, heard through {@code sound}. */
    public static ProjectSession of(Path home, String script, int rendered, AudioOutFactory sound) {
        var session = of(home, script, sound);
        for (var line : List.copyOf(session.document().lines()).subList(0, rendered)) arrive(session, line);
        session.refresh();
        return session;
    }

    /** Gives a line one take more; call {@link ProjectSession#refresh} afterwards. */
    public static void arrive(ProjectSession session, Line line) {
        var sound = babble(line.text().length() * 1440, line.id().hashCode() + line.takes().size());
        var clip = session.project().clipStore().put(sound).hex();
        var take = new Take("T", clip, new TakeRecipe("test", 1, 0.9, 50, 0, List.of()), sound.frames(), sound.rate(), List.of());
        var heard = TakeInputsResolver.of(session.document(), line, session.speech().defaults().delivery().over(Delivery.STANDARD), session.speech().defaults().model());
        session.project().arrive(new TakeAdded(line.id(), take, Optional.of(heard)));
    }

    /** Syllable-like noise at 24 kHz, the same for the same seed. */
    public static Pcm babble(int frames, long seed) {
        var random = new java.util.Random(seed);
        var out = new float[frames];
        double pitch = 90 + random.nextInt(120);
        for (int i = 0; i < frames; i++) {
            double t = i / 24000.0;
            double syllable = Math.pow(Math.abs(Math.sin(Math.PI * 2.3 * t + Math.sin(3 * t + seed))), 2);
            double word = Math.sin(Math.PI * 0.7 * t + seed % 7) > -0.8 ? 1 : 0.05;
            double edge = Math.min(1, Math.min(i, frames - i) / 1200.0);
            out[i] = (float) (0.5 * edge * word * syllable * (Math.sin(2 * Math.PI * pitch * t) + 0.4 * Math.sin(6 * Math.PI * pitch * t)
                    + 0.2 * random.nextGaussian()) / 1.6);
        }
        return Pcm.mono(24000, out);
    }
}
