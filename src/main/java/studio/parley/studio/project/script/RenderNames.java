package studio.parley.studio.project.script;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.io.FileName;
import studio.parley.studio.Outputs;
import studio.parley.studio.export.FileNames;

/** The files a render of a script writes, known before anything is rendered. */
record RenderNames(ScriptRenderOptions request, Conversation conversation) {
    /** Every file and folder, checked and locked. */
    void claim(Outputs outputs) {
        if (!request.isPiped()) outputs.sound(request.output()).own(WorkFolder.of(request.output()).path());
        request.stems().ifPresent(folder -> outputs.folder(folder, stems().values()));
        if (request.takes() > 1) outputs.folder(takesFolder(), takes());
    }

    /** Each speaker's stem by the speaker's number. */
    Map<Integer, String> stems() {
        var used = new HashSet<String>();
        var names = new HashMap<Integer, String>();
        for (var s : conversation.speakers()) names.put(s.number(), FileNames.unique(FileNames.safe(s.name()), used) + ending());
        return names;
    }

    Path takesFolder() {
        return FileName.beside(request.output().toAbsolutePath(), ".takes");
    }

    /** {@code 003-Ann-2.wav}: spoken line (from 1), speaker, take (from 1). */
    String take(int number, Line line, int take) {
        var speaker = FileNames.safe(conversation.speaker(line.speaker()).name());
        return String.format(Locale.ROOT, "%03d-%s-%d%s", number, speaker, take, ending());
    }

    private List<String> takes() {
        var spoken = conversation.lines().stream().filter(Line::isSpoken).toList();
        return IntStream.range(0, spoken.size()).boxed().flatMap(i -> IntStream.rangeClosed(1, request.takes())
                .mapToObj(t -> take(i + 1, spoken.get(i), t))).toList();
    }

    /** That of the output; a pipe or device is WAV. */
    private String ending() {
        return "." + request.format().ending();
    }
}
