package studio.parley.cli;

import java.io.PrintWriter;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.KnownModels;
import studio.parley.studio.project.SoundRepair;
import studio.parley.studio.settings.AppDirectories;

/** Restores missing or damaged audio files of a project before anything is done with them. */
final class LostSounds {
    private LostSounds() {}

    static void repair(Project project, AppDirectories directories, KnownModels models, PrintWriter err) {
        var outcome = SoundRepair.of(project.document(), project.clipStore(), directories, models);
        project.exchange(outcome.clips()).join();
        outcome.notice().ifPresent(err::println);
    }
}
