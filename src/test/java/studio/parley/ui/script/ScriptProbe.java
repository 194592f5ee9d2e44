package studio.parley.ui.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import studio.parley.ui.Desks;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;

/** What typing and scrolling cost on the JavaFX thread with a long script, in milliseconds; a program, not a test. */
public final class ScriptProbe {
    private ScriptProbe() {}

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
        var home = Files.createTempDirectory("probe");
        probe(home, lines);
        Platform.exit();
    }

    private static void probe(Path home, int lines) throws Exception {
        var text = new StringBuilder();
        for (int i = 1; i <= lines; i++) text.append(i % 3 == 0 ? "Cora" : i % 2 == 0 ? "Ben" : "Ann").append(": This is line ").append(i).append(" of a long conversation, as long as most are.\n");
        var made = new Desk[1];
        var view = new ScriptView[1];
        try (var fx = new Fx(() -> {
            made[0] = Desks.of(home, text.toString(), lines);
            view[0] = new ScriptView(made[0]);
            var scene = new Scene(new StackPane(view[0]), 1060, 800);
            made[0].tools().look().dress(scene);
            return scene;
        })) {
            var desk = made[0];
            Fx.run(() -> desk.select(List.of("L" + lines / 2), Optional.of("L" + lines / 2)));
            Fx.settle();
            Fx.run(() -> view[0].focusCurrent());
            fx.key(KeyCode.ENTER);
            report("key (edit, cards)", typing(fx, view[0], false));
            report("key (with layout)", typing(fx, view[0], true));
            fx.key(KeyCode.ESCAPE);
            report("scroll by 60", scrolling(view[0], 60));
            report("scroll by 2000", scrolling(view[0], 2000));
            Fx.run(desk::close);
        }
    }

    private static List<Double> typing(Fx fx, ScriptView view, boolean layout) throws Exception {
        var out = new ArrayList<Double>();
        for (int i = 0; i < 120; i++) {
            var letter = i % 6 == 5 ? " " : "x";
            out.add(Fx.call(() -> {
                long start = System.nanoTime();
                view.typing().editor().insertText(view.typing().editor().getCaretPosition(), letter);
                if (layout) {
                    view.applyCss();
                    view.layout();
                }
                return (System.nanoTime() - start) / 1e6;
            }));
            Fx.settle();
        }
        return out;
    }

    private static List<Double> scrolling(ScriptView view, double by) throws Exception {
        var out = new ArrayList<Double>();
        for (int i = 0; i < 120; i++) {
            double pixels = i / 30 % 2 == 0 ? by : -by;
            out.add(Fx.call(() -> {
                long start = System.nanoTime();
                view.flow().scroll(pixels);
                view.applyCss();
                view.layout();
                return (System.nanoTime() - start) / 1e6;
            }));
            Fx.settle();
        }
        return out;
    }

    private static void report(String what, List<Double> millis) {
        var sorted = millis.stream().skip(10).mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("%-20s median %.2f  p95 %.2f  worst %.2f ms%n", what, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElse(0));
    }
}
