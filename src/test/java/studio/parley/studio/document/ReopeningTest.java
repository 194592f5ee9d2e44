package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.FindReplace;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;

/** Whatever opens can be saved and opened again, and is the same then. */
class ReopeningTest {
    @Property(tries = 50)
    void afterValuesAndStructuresChangedInTheProjectFile(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        check(r, folder -> {
            Files.writeString(folder.resolve("project.json"), Mutations.json(r, Files.readString(folder.resolve("project.json"))));
            if (r.nextBoolean()) Files.delete(folder.resolve("journal"));
        });
    }

    @Property(tries = 30)
    void afterEntriesOfTheJournalChanged(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        check(r, folder -> {
            Files.write(folder.resolve("journal"), Mutations.journal(r, Files.readAllBytes(folder.resolve("journal"))));
            if (r.nextBoolean()) Files.delete(folder.resolve("project.json"));
        });
    }

    @Property(tries = 30)
    void afterBytesChanged(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        check(r, folder -> {
            for (var name : List.of("project.json", "journal")) {
                if (r.nextBoolean()) Files.write(folder.resolve(name), Mutations.bytes(r, Files.readAllBytes(folder.resolve(name))));
            }
        });
    }

    /** Halves of characters and numbers that are none, as other programs write them, and no journal: nothing else is lost. */
    @Property(tries = 60)
    void afterAnotherProgramWroteWhatIsNoJson(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        var before = new String[1];
        var opened = check(r, folder -> {
            var json = folder.resolve("project.json");
            before[0] = Files.readString(json).replaceFirst("\\{", "{\"later\": [NaN, \"\\\\ud83d\"], ").replaceAll("\"gainDb\": [-0-9.]+", "\"gainDb\": -Infinity");
            Files.writeString(json, before[0]);
            Files.delete(folder.resolve("journal"));
        }, folder -> assertEquals(before[0], Files.readString(folder.resolve("project.damaged.json"))));
        assertTrue(opened, before[0]);
    }

    private interface Change {
        void of(Path folder) throws IOException;
    }

    private static void check(Random r, Change change) throws IOException {
        check(r, change, folder -> { });
    }

    /** Returns whether it could be opened. */
    private static boolean check(Random r, Change change, Change after) throws IOException {
        var folder = Files.createTempDirectory("reopening").resolve("x.parley");
        try {
            try (var project = Project.create(folder, Documents.random(r))) {
                for (int i = 0; i < r.nextInt(6); i++) project.edit(Documents.edit(r, project.document())).join();
                if (r.nextBoolean()) project.undo().join();
            }
            change.of(folder);
            var opened = open(folder);
            opened.ifPresent(first -> carriedOn(r, folder, first));
            after.of(folder);
            return opened.isPresent();
        } finally {
            try (var all = Files.walk(folder.getParent())) {
                all.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    /** What is refused is refused in words. */
    private static Optional<Project> open(Path folder) {
        try {
            return Optional.of(Project.open(folder).project());
        } catch (Problem refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
            return Optional.empty();
        }
    }

    private static void carriedOn(Random r, Path folder, Project first) {
        Document document;
        List<Document> past;
        try (first) {
            document = DocumentJson.settled(first.document());
            past = past(first);
            look(first);
            first.save().join();
        }
        var second = Project.open(folder);
        try (var project = second.project()) {
            assertEquals(document, project.document());
            assertEquals(past, past(project));
            assertEquals(List.of(), second.notices());
            for (int i = 0; i < 3; i++) project.edit(Documents.edit(r, project.document())).join();
            document = DocumentJson.settled(project.document());
        }
        var third = Project.open(folder);
        try (var project = third.project()) {
            assertEquals(document, project.document());
            assertEquals(List.of(), third.notices());
        }
    }

    /** What undo leads to. Unknown keys are not edited, so steps of the past have those of the present. */
    private static List<Document> past(Project project) {
        return project.history().past().stream().map(step -> step.document().withExtras(Map.of())).toList();
    }

    /** All that is reckoned from a document can be reckoned from this one. */
    private static void look(Project project) {
        var document = project.document();
        assertEquals(document.lines().size(), Staleness.of(document, Delivery.STANDARD, "m").size());
        for (var line : document.lines()) TakeInputsResolver.of(document, line, Delivery.STANDARD, "m");
        assertTrue(MissingFile.in(document, project.folder()).size() >= 0);
        studio.parley.studio.timing.LineTimes.of(document);
        FindReplace.plain("a").in(document, java.util.Optional.empty());
    }
}
