package studio.parley.studio;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.io.ProgramVersion;

/**
 * A text that helps to find the cause of a problem, for the user to read, to complete and to send himself. Like the log it has no words of
 * a script: of an error only classes and code locations, because its message may quote one. The user's home folder is {@code ~}.
 */
public final class ProblemReport {
    private static final Pattern LOCATION = Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ more");
    private static final Pattern CLASS = Pattern.compile("(?:Caused by: |Suppressed: |\\s)*([\\w$.]+)(?::.*)?");

    private ProblemReport() {}

    /**
     * @param found what {@link Doctor} says about this machine
     * @param trace the stack trace of the last error
     * @param log the last lines of the log
     * @param home the user's home folder
     */
    public static String text(List<Doctor.Finding> found, Optional<String> trace, List<String> log, String home) {
        var text = new StringBuilder("Parley ").append(ProgramVersion.text()).append("\n\nWhat I did:\n\n\nWhat happened:\n\n\nThis machine\n");
        for (var f : found) text.append("  ").append(f.ok() ? "" : "PROBLEM ").append(f.subject()).append(": ").append(f.words()).append('\n');
        text.append("\nLast error\n").append(trace.map(ProblemReport::withoutMessages).orElse("  none\n"));
        text.append("\nLog\n");
        log.forEach(line -> text.append("  ").append(line).append('\n'));
        return home.length() > 1 ? text.toString().replace(home, "~") : text.toString();
    }

    /** Messages may have several lines, so what is neither a location nor the beginning of an exception is left out. */
    private static String withoutMessages(String trace) {
        boolean[] first = {true};
        return trace.lines().map(line -> {
            boolean begins = first[0] || line.strip().startsWith("Caused by: ") || line.strip().startsWith("Suppressed: ");
            first[0] = false;
            if (LOCATION.matcher(line).matches()) return line;
            var named = CLASS.matcher(line);
            return begins && named.matches() ? line.substring(0, named.end(1)) : "";
        }).filter(line -> !line.isEmpty()).map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
