package studio.parley.ui.voices;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Speaker;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;

/** Small helpers for all parts of the pane. */
final class Voices {
    private Voices() {}

    /** A speaker's name suggested by a file name, different from existing ones: {@code anna_smith.wav} gives "Anna smith". */
    static String name(Path file, Collection<Speaker> others) {
        var plain = file.getFileName().toString().replaceFirst("\\.[^.]*$", "").replaceAll("[_\\s]+", " ").strip();
        plain = AllowedText.name(plain);
        var base = plain.isEmpty() ? "Voice" : Character.toString(Character.toTitleCase(plain.codePointAt(0))) + plain.substring(plain.offsetByCodePoints(0, 1));
        var taken = others.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
        var name = base.substring(0, AllowedText.boundary(base, 60)).strip();
        var free = name;
        for (int i = 2; taken.contains(free.toLowerCase(Locale.ROOT)); i++) free = name + " " + i;
        return free;
    }

    static String css(ProjectSession session, int speaker) {
        return SpeakerColour.css(session.document().track(speaker).colour(), session.services().theme().isDark());
    }
}
