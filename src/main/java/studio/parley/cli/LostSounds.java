package studio.parley.cli;

import java.io.PrintWriter;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.KnownModels;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.project.SoundRepair;

/** Brings back the sounds of a project whose files are missing or damaged, before anything is done with them. */
final class LostSounds {
    private LostSounds() {}

    static void repair(Project project, AppDirectories directories, KnownModels models, PrintWriter err) {
        var outcome = SoundRepair.of(project.document(), project.clipStore(), directories, models);
        project.exchange(outcome.clips()).join();
        outcome.notice().ifPresent(err::println);
    }
}
