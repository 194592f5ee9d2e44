package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceClip;

class ConsoleSessionTest {
    @TempDir
    static Path home;
    private static LoadedModel model;
    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        model = LoadedModel.open(Path.of("src/test/resources/test-model"), "cpu", 1, Optional.empty(), AppDirectories.under(home, Optional.empty()), _ -> { });
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private ConsoleSession session(int remember) {
        var directories = AppDirectories.under(folder.resolve("home"), Optional.empty());
        return new ConsoleSession(model, directories, WatermarkApplier.none(), folder, ClipPreset.NONE, new Delivery(0.9, 50, 480, null), 7, remember);
    }

    private static ConsoleSession.Part say(ConsoleSession session, String prompt, int part) {
        return session.say(session.split(prompt).get(part), part, RenderListener.NONE);
    }

    @Test
    void eachPartHasItsFileAndAllOfThemOne() {
        try (var session = session(Integer.MAX_VALUE)) {
            var spoken = new ArrayList<ConsoleSession.Part>();
            for (int i = 0; i < 3; i++) spoken.add(say(session, "One.||Two.||Three.0", i));
            assertEquals(List.of("audio.wav", "audio1.wav", "audio2.wav"), spoken.stream().map(s -> s.file().getFileName().toString()).toList());
            assertEquals(List.of(0, 1, 0), spoken.stream().map(s -> s.spoken().speaker()).toList());
            var all = AudioFiles.read(session.combine(spoken));
            assertEquals(spoken.stream().mapToInt(s -> s.spoken().sound().frames()).sum(), all.frames());
            Pcm second = AudioFiles.read(folder.resolve("audio1.wav"));
            int from = spoken.getFirst().spoken().sound().frames();
            assertEquals(second, all.slice(from, from + second.frames()));
        }
    }

    /** Ctrl-C while a clip is encoded ends that; what is known stays. */
    @Test
    void loadingTheReferencesCanBeCancelled() throws Exception {
        try (var session = session(Integer.MAX_VALUE)) {
            say(session, "One.", 0);
            Files.copy(Path.of("assets/samples/refs/ann.wav"), folder.resolve("reference.wav"));
            Files.writeString(folder.resolve("reference.txt"), "Words.");
            assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, session::clear));
            assertEquals(List.of(new ConsoleSession.Said(0, false, "One.")), session.history());
            assertFalse(session.hasReferences());
            session.clear();
            assertTrue(session.hasReferences());
            assertEquals(List.of(new ConsoleSession.Said(0, true, "Words.")), session.history());
        }
    }

    @Test
    void theSameSeedSaysTheSameAgain() {
        try (var one = session(Integer.MAX_VALUE); var other = session(Integer.MAX_VALUE)) {
            assertEquals(say(one, "Hello.", 0).spoken().sound(), say(other, "Hello.", 0).spoken().sound());
            assertEquals(say(one, "And again.", 0).spoken().sound(), say(other, "And again.", 0).spoken().sound());
            assertNotEquals(say(one, "Hello.", 0).spoken().sound(), say(one, "Hello.", 0).spoken().sound());
        }
    }

    /** What was said before changes how the next part sounds, unless it is too long ago to be remembered. */
    @Test
    void asMuchIsHeardAsIsToBeRemembered() {
        for (int remember : new int[] {0, 1, 2}) {
            try (var one = session(remember); var other = session(remember)) {
                say(one, "This was first.", 0);
                say(other, "Something else was first.", 0);
                say(one, "Then this.", 0);
                say(other, "Then this.", 0);
                boolean same = say(one, "Now what?", 0).spoken().sound().equals(say(other, "Now what?", 0).spoken().sound());
                assertEquals(remember < 1, same, "remembering " + remember);
            }
        }
    }

    @Test
    void referencesAreHeardAndClearingForgetsTheRest() throws Exception {
        try (var session = session(Integer.MAX_VALUE)) {
            assertTrue(session.clear().toString().contains("No reference.wav"), "there is none yet");
            assertFalse(session.hasReferences());
            var without = say(session, "Hello.", 0).spoken().sound();
            Files.copy(Path.of("assets/samples/refs/ann.wav"), folder.resolve("reference.wav"));
            Files.copy(Path.of("assets/samples/refs/ann.txt"), folder.resolve("reference.txt"));
            assertEquals(List.of("Using reference.wav as speaker 0."), session.clear());
            assertTrue(session.hasReferences());
            assertEquals(1, session.history().size());
            try (var fresh = session(Integer.MAX_VALUE)) {
                fresh.clear();
                assertNotEquals(without, say(fresh, "Hello.", 0).spoken().sound());
                assertEquals(List.of(true, false), fresh.history().stream().map(ConsoleSession.Said::isReference).toList());
                fresh.clear();
                assertEquals(1, fresh.history().size());
            }
            var tried = session.test(RenderListener.NONE);
            assertEquals(folder.resolve("audioTest.wav"), tried.file());
            assertEquals(1, session.history().size());
        }
    }

    /** As in csm-multi: also those of speakers who say nothing. */
    @Test
    void referencesOfTheSilentAreHeardToo() throws Exception {
        try (var session = session(Integer.MAX_VALUE)) {
            var without = say(session, "Hello.1", 0).spoken().sound();
            Files.copy(Path.of("assets/samples/refs/ann.wav"), folder.resolve("reference.wav"));
            Files.copy(Path.of("assets/samples/refs/ann.txt"), folder.resolve("reference.txt"));
            session.clear();
            try (var fresh = session(Integer.MAX_VALUE)) {
                fresh.clear();
                assertNotEquals(without, say(fresh, "Hello.1", 0).spoken().sound());
            }
        }
    }

    @Test
    void clipsHandedToSayAreHeardWhoeverSpeaks() {
        var directories = AppDirectories.under(folder.resolve("home"), Optional.empty());
        var ann = new ReferenceClip(1, Path.of("assets/samples/refs/ann.wav"), "When I was a little girl.");
        var sounds = new ArrayList<Pcm>();
        for (var clips : List.of(List.<ReferenceClip>of(), List.of(ann))) {
            var request = new SpeakText.Request("Hello.", 0, clips, ClipPreset.NONE, new Delivery(0.9, 50, 480, null), 7);
            sounds.add(new SpeakText(model).run(request, WatermarkApplier.none(), directories, RenderListener.NONE).getFirst().sound());
        }
        assertNotEquals(sounds.getFirst(), sounds.getLast());
    }

    @Test
    void theSpeakerMovesAndEmptyPartsAreRefused() {
        try (var session = session(0)) {
            assertEquals(-1, session.swap(-1));
            assertEquals(1, session.swap(2));
            assertEquals(List.of(1, 2, 0), session.split("a||b||c\u22121".replace('\u2212', '-')).stream().map(p -> p.speaker()).toList());
            assertThrows(Problem.class, () -> session.split("a|| ||b"));
        }
    }
}
