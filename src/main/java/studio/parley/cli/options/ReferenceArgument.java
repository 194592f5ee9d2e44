package studio.parley.cli.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;
import studio.parley.studio.ClipTranscripts;
import studio.parley.voice.ReferenceClip;

/** {@code --reference [N=]FILE}: without N, clips are numbered in order from 0. */
public final class ReferenceArgument {
    private static final Pattern NUMBERED = Pattern.compile("(-?\\d{1,6})=(.+)");

    private ReferenceArgument() {}

    public static List<ReferenceClip> clips(List<String> arguments, ClipTranscripts transcripts) {
        var clips = new ArrayList<ReferenceClip>();
        for (var argument : arguments) {
            var numbered = NUMBERED.matcher(argument);
            if (numbered.matches()) clips.add(transcripts.clip(Integer.parseInt(numbered.group(1)), path(numbered.group(2))));
            else clips.add(transcripts.clip(clips.size(), path(argument)));
        }
        return clips;
    }

    private static Path path(String name) {
        return Disk.path(name).orElseThrow(() -> Problem.input("'" + name + "' is not a valid file name."));
    }
}
