package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.studio.RenderEvent;
import studio.parley.studio.RenderEvent.Place;

/** What a person and a program are told of a render, whatever language the system speaks. */
class ProgressTest {
    private final StringWriter said = new StringWriter();
    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void arabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void back() {
        Locale.setDefault(usual);
    }

    private List<String> lines() {
        var lines = said.toString().lines().toList();
        said.getBuffer().setLength(0);
        return lines;
    }

    private static RenderEvent done(int line, boolean reused, List<List<String>> checks, int chosen) {
        return new RenderEvent.LineDone(line, new Place(line + 1, OptionalInt.of(7)), "Ann", Line.of("L" + line, 0, "Hi."), reused, 2.04, 1.5, checks, chosen);
    }

    @Test
    void aPersonReadsALineForEachLine() {
        var progress = new RenderProgress(new PrintWriter(said));
        progress.on(new RenderEvent.Started(2, 4.5, List.of("Ann", "Ben"), Path.of("work")));
        progress.on(new RenderEvent.Noticed(List.of("One.", "Two.")));
        progress.on(new RenderEvent.LineStarted(1, "Ann", "Hi.", 2));
        progress.on(new RenderEvent.Frames(1, 5, 20, 0.4));
        progress.on(done(1, false, List.of(List.of("clips in 1 place")), 1));
        assertEquals(List.of("2 lines by Ann, Ben", "One.", "Two.", "[1/2] Ann  2.0 s  in 1.5 s", "        clips in 1 place"), lines());
        progress.on(new RenderEvent.LineStarted(2, "Ann", "Hi.", 2));
        progress.on(done(2, true, List.of(List.of("a"), List.of(), List.of("b", "c")), 3));
        assertEquals(List.of("[2/2] Ann  2.0 s  kept from before", "        take 1: a", "        take 3 (used): b", "        take 3 (used): c"), lines());
        progress.on(new RenderEvent.LineFailed(2, new Place(2, OptionalInt.empty()), "Ben", Line.of("L2", 1, "Oh."), Problem.input("No voice.")));
        assertEquals(List.of("[2/2] Ben  failed: No voice."), lines());
        progress.on(new RenderEvent.Finished(Path.of("out.wav"), 4.08, 3, List.of(), 0.5));
        assertEquals(List.of("the mix was lowered by 6.0 dB to stay within full scale", "out.wav: 4.1 s in 3.0 s, 0.74 x real time"), lines());
    }

    @Test
    void whereNothingHadToBeSpokenThereIsNoPace() {
        var progress = new RenderProgress(new PrintWriter(said));
        progress.on(new RenderEvent.Started(1, 2, List.of("Ann"), Path.of("work")));
        progress.on(new RenderEvent.LineStarted(1, "Ann", "Hi.", 2));
        progress.on(done(1, true, List.of(List.of()), 1));
        progress.on(new RenderEvent.Finished(Path.of("out.wav"), 2.04, 0.1, List.of(), 1));
        assertEquals(List.of("1 line by Ann", "[1/1] Ann  2.0 s  kept from before", "out.wav: 2.0 s in 0.1 s"), lines());
    }

    @Test
    void aProgramReadsAnObjectForEachLine() {
        var json = new RenderJson(new PrintWriter(said));
        json.on(new RenderEvent.Started(2, 4.5, List.of("Ann"), Path.of("work")));
        json.on(new RenderEvent.Noticed(List.of("One.")));
        json.on(new RenderEvent.LineStarted(1, "Ann", "Hi.", 2));
        json.on(new RenderEvent.Frames(1, 5, 20, 0.4));
        json.on(done(1, false, List.of(List.of("x")), 1));
        json.on(new RenderEvent.LineFailed(2, new Place(2, OptionalInt.empty()), "Ben", Line.of("L2", 1, "Oh."), Problem.input("No <voice>.")));
        json.on(new RenderEvent.Finished(Path.of("out.wav"), 4.0806, 3, List.of(Path.of("out.wav")), 1));
        assertEquals(List.of(
                "{'event':'started','lines':2,'speakers':['Ann'],'work':'work'}",
                "{'event':'read','notices':['One.']}",
                "{'event':'line','line':1,'number':2,'id':'L1','script_line':7,'speaker':'Ann','text':'Hi.','reused':false,'seconds':2.04,'took':1.5,'takes':1,"
                        + "'chosen':1,'checks':[['x']]}",
                "{'event':'failed','line':2,'number':2,'id':'L2','speaker':'Ben','text':'Oh.','problem':'No <voice>.'}",
                "{'event':'finished','output':'out.wav','seconds':4.081,'took':3.0,'files':['out.wav']}"),
                lines().stream().peek(JsonParser::parseString).map(l -> l.replace('"', '\'')).toList());
    }

    @Test
    void timesAsPeopleReadThem() {
        assertEquals("0:00", TimeFormat.clock(0.4, 0));
        assertEquals("1:15", TimeFormat.clock(75, 0));
        assertEquals("59:59", TimeFormat.clock(3599.4, 0));
        assertEquals("1:00:00", TimeFormat.clock(3599.5, 0));
        assertEquals("27:46:40", TimeFormat.clock(100_000, 0));
        assertEquals("0.1 s", TimeFormat.seconds(0.06));
    }

    @Test
    void helpAndKindsOfTroubleHaveTheirNumbers() {
        assertTrue(List.of(ExitCode.help("verify")).contains("  10:verify: no watermark found"));
        assertEquals(ExitCode.values().length, ExitCode.help("parley").length);
        assertEquals(ExitCode.values().length - 3, ExitCode.help("say").length);
        var numbers = List.of(3, 4, 5, 6, 7);
        for (var kind : Problem.Kind.values()) assertEquals(numbers.get(kind.ordinal()), ExitCode.of(new Problem(kind, "x")).number());
    }
}
