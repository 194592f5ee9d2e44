package studio.parley.studio.project.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.render.ContextHash;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.LineChains;
import studio.parley.studio.project.render.RenderProject;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.settings.AppDirectories;

/** The units of scripts and projects: every part finds the same ones. */
public final class Work {
    /** Chains of lines are put together until they take so many seconds, because each unit costs a second or so of its own. */
    private static final double SHORTEST = 20;

    private Work() {}

    /** A script is one unit: its lines usually hear those before them. */
    public static Unit of(String name, RenderScript script, RenderScript.Reading reading, AppDirectories directories) {
        var texts = reading.script().conversation().lines().stream().filter(Line::isSpoken).map(Line::text).toList();
        return new Unit(script.recipe(), name, texts.size(), seconds(texts), () -> script.speak(directories));
    }

    /**
     * The lines of a project that are to be rendered.
     *
     * @param others whatever else determines the speech
     * @throws Problem if a line is too long for the model
     */
    public static List<Unit> of(String name, RenderProject rendering, RenderProject.Which which, int takes, List<String> others) {
        var document = rendering.project().document();
        var wanted = rendering.wanted(which, notice -> { });
        rendering.checkRoom(wanted);
        var recipe = new ArrayList<>(List.of(DocumentJson.write(document).toString(), rendering.model().speech().info().identity(), "" + takes, "" + rendering.ears()));
        recipe.addAll(others);
        var whole = ContextHash.of(recipe);
        var groups = together(document, LineChains.of(document, wanted));
        return groups.stream().map(lines -> {
            var place = groups.size() == 1 ? "" : ", from line " + (document.indexOf(lines.getFirst()) + 1);
            return new Unit(ContextHash.of(List.of(whole, String.join(" ", lines))), name + place, lines.size(), seconds(texts(document, lines)),
                    () -> rendering.speak(left(document, rendering.project().document(), lines), takes));
        }).toList();
    }

    /** Without lines that got their takes before this process lost the unit to another one, which has left it unfinished, too. */
    private static List<String> left(Document before, Document now, List<String> lines) {
        return lines.stream().filter(id -> before.line(id).equals(now.line(id))).toList();
    }

    private static List<List<String>> together(Document document, List<List<String>> chains) {
        var out = new ArrayList<List<String>>();
        var next = new ArrayList<String>();
        for (var chain : chains) {
            next.addAll(chain);
            if (seconds(texts(document, next)) < SHORTEST) continue;
            out.add(inOrder(document, next));
            next.clear();
        }
        if (!next.isEmpty()) out.add(inOrder(document, next));
        return out;
    }

    private static List<String> inOrder(Document document, List<String> lines) {
        return lines.stream().sorted(Comparator.comparingInt(document::indexOf)).toList();
    }

    private static List<String> texts(Document document, List<String> lines) {
        return lines.stream().map(id -> document.spokenText(document.line(id).orElseThrow())).toList();
    }

    private static double seconds(List<String> texts) {
        return texts.stream().mapToDouble(DurationEstimate::seconds).sum();
    }
}
