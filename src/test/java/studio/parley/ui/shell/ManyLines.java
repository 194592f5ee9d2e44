package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.ui.SessionFixture;

/** A project of many lines by two of three speakers, each line with two takes of one second that are the same sound. */
final class ManyLines {
    private ManyLines() {}

    /** Makes its folder below {@code home}; {@code more} adds to the document. */
    static Path project(Path home, int count, UnaryOperator<Document> more) {
        var sound = SessionFixture.babble(24_000, 1);
        String clip;
        try (var scratch = Project.create(home.resolve("scratch.parley"), Document.empty("Scratch"))) {
            clip = scratch.clipStore().put(sound).hex();
        }
        var lines = IntStream.rangeClosed(1, count).mapToObj(i -> line(i, clip)).toList();
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"), Speaker.named(2, "Cora"));
        var folder = home.resolve("many.parley");
        try (var project = Project.create(folder, more.apply(Document.of(new Conversation("Many", speakers, lines, Delivery.INHERITED))))) {
            project.clipStore().put(sound);
        }
        return folder;
    }

    private static Line line(int number, String clip) {
        var line = Line.of("L" + number, number % 2, "This is line " + number + ", as long as most are.");
        var recipe = new TakeRecipe("m", 1, 0.9, 50, 0, List.of());
        for (int t = 1; t <= 2; t++) line = line.with(new Take("T" + t, clip, recipe, 24_000, 24_000, List.of()));
        return line;
    }
}
