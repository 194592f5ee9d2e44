package studio.parley.studio.project.hearing;

import java.util.Set;
import studio.parley.problem.Problem;

/** Events of a {@link TakeHearing}, always on the thread that owns the project. */
public sealed interface HearingEvent {
    /** More is known of takes of these lines; several are reported at once. */
    record Heard(Set<String> lines) implements HearingEvent {
        public Heard {
            lines = Set.copyOf(lines);
        }
    }

    /** Takes cannot be heard, or what was heard cannot be kept; reported once. */
    record Trouble(Problem problem) implements HearingEvent {}
}
