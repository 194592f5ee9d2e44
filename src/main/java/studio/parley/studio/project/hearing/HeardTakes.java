package studio.parley.studio.project.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.likeness.TakeVoices;
import studio.parley.studio.settings.AppDirectories;

/**
 * What hearing the takes of a project finds out. Any thread.
 *
 * @param voices empty if this installation has no speaker encoder, or voices are not wanted
 */
public record HeardTakes(TakeWords words, Optional<TakeVoices> voices) {
    /** @param threads for finding voices, 0 for all cores */
    public static HeardTakes of(ProjectFolder folder, AppDirectories directories, int threads) {
        return new HeardTakes(new TakeWords(folder.clipStore()), TakeVoices.of(folder, directories, threads));
    }

    /** What a {@link TakeHearing} finds out of each take: as far as this installation has the networks for it. */
    public List<TakeAnalysis> analyses(AppDirectories directories) {
        var out = new ArrayList<TakeAnalysis>();
        WordsAnalysis.of(directories, words).ifPresent(out::add);
        voices.ifPresent(v -> out.add(new VoicesAnalysis(v)));
        return out;
    }
}
