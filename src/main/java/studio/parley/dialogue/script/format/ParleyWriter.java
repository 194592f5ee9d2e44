package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.parse.LineText;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TimingMarks;
import studio.parley.dialogue.script.source.CleanText;

/** Writes a conversation as a script that {@link ParleyFormat} reads as the same conversation (apart from ids, takes and deliveries). */
public final class ParleyWriter {
    private ParleyWriter() {}

    public static String write(Conversation conversation) {
        var out = new StringBuilder();
        if (!conversation.title().isEmpty()) out.append("# ").append(CleanText.escapeRaw(conversation.title())).append('\n');
        for (var speaker : declared(conversation)) voice(speaker, number(conversation, speaker), out);
        if (!out.isEmpty()) out.append('\n');
        for (var line : conversation.lines()) line(conversation, line, out);
        return out.toString();
    }

    private static void voice(Speaker speaker, String number, StringBuilder out) {
        var start = "@voice " + SpeakerLabel.written(speaker.name()) + number;
        if (speaker.references().isEmpty()) out.append(start).append('\n');
        for (var reference : speaker.references()) out.append(start).append(' ').append(CleanText.escapeRaw(reference.path())).append('\n');
    }

    private static void line(Conversation conversation, Line line, StringBuilder out) {
        var name = SpeakerLabel.written(conversation.speaker(line.speaker()).name());
        var words = LineText.write(line).replace("\n", "\n    ");
        out.append((name + TimingMarks.write(line.relation()) + ": " + words).strip()).append('\n');
    }

    /** Voices with references, or all of them if reading could not otherwise restore their order and numbers. */
    private static List<Speaker> declared(Conversation conversation) {
        var some = conversation.speakers().stream().filter(s -> !s.references().isEmpty()).toList();
        return isImplied(conversation, some) ? some : conversation.speakers();
    }

    private static boolean isImplied(Conversation conversation, List<Speaker> declared) {
        if (conversation.speakers().stream().map(s -> SpeakerNameRules.fold(s.name())).distinct().count() < conversation.speakers().size()) return false;
        var met = new LinkedHashSet<>(declared);
        var byNumber = conversation.speakers().stream().collect(Collectors.toMap(Speaker::number, s -> s));
        conversation.lines().forEach(l -> met.add(byNumber.get(l.speaker())));
        var order = new ArrayList<>(met);
        if (!order.equals(conversation.speakers())) return false;
        for (int i = 0; i < order.size(); i++) if (order.get(i).number() != i) return false;
        return true;
    }

    /** {@code  #3} if the number is not the next one. */
    private static String number(Conversation conversation, Speaker speaker) {
        boolean counted = conversation.speakers().stream().map(Speaker::number).toList()
                .equals(IntStream.range(0, conversation.speakers().size()).boxed().toList());
        boolean clear = speaker.references().stream().noneMatch(r -> r.path().startsWith("#"));
        return counted && clear ? "" : " #" + speaker.number();
    }
}
