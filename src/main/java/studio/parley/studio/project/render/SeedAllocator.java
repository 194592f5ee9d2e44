package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.render.SeedDerivation;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;

/**
 * Seeds for takes: derived from the project's seed and the line's id, so that the same project is rendered the same way again, and never
 * one that a take of the line had before, including deleted ones. A seed that line, speaker or project fix is kept. One thread.
 */
final class SeedAllocator {
    private final Project project;
    private final boolean again;
    private final Map<String, Set<Long>> given = new HashMap<>();

    /** @param again whether what the history remembers does not count */
    SeedAllocator(Project project, boolean again) {
        this.project = project;
        this.again = again;
    }

    /** @param made how many takes of the same request came before: a fixed seed applies only to the very first */
    List<Long> next(Line line, int made, int count) {
        var document = project.document();
        var fixed = document.conversation().delivery(line, Delivery.INHERITED).seed();
        var seeds = new ArrayList<Long>();
        if (fixed != null) {
            for (int i = made; i < made + count; i++) seeds.add(SeedDerivation.fixed(fixed, i));
            return seeds;
        }
        var used = given.computeIfAbsent(line.id(), this::remembered);
        line.takes().forEach(t -> used.add(t.recipe().seed()));
        for (int take = line.takes().size(); seeds.size() < count; take++) {
            long seed = SeedDerivation.of(document.settings().seed(), line.id(), take);
            if (used.add(seed)) seeds.add(seed);
        }
        return seeds;
    }

    /** Of all takes the line has in any state that undo can restore. */
    private Set<Long> remembered(String id) {
        var seeds = new HashSet<Long>();
        if (again) return seeds;
        project.history().past().forEach(step -> collect(step.document(), id, seeds));
        project.history().future().forEach(step -> collect(step.document(), id, seeds));
        return seeds;
    }

    private static void collect(Document document, String id, Set<Long> seeds) {
        document.line(id).ifPresent(l -> l.takes().forEach(t -> seeds.add(t.recipe().seed())));
    }
}
