package studio.parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import studio.parley.problem.Problem;
import studio.parley.studio.ConsoleSession;

/** Reads prompts and commands line by line, and answers. Trouble with one prompt is told and does not end the talk. */
final class ConsoleDialogue {
    /** The end of input: no line of text can be this. */
    private static final String END = "\n";
    private final ConsoleSession session;
    private final LiveSound sound;
    private final BufferedReader input;
    private final PrintWriter out;

    ConsoleDialogue(ConsoleSession session, LiveSound sound, BufferedReader input, PrintWriter out) {
        this.session = session;
        this.sound = sound;
        this.input = input;
        this.out = out;
    }

    void run() {
        session.clear().forEach(out::println);
        if (session.hasReferences() && ask("Would you like to test if your audio was successfully loaded with a quick gen? (y/N): ")
                .equalsIgnoreCase("y")) test();
        boolean goes = true;
        while (goes) {
            var line = ask("Enter text: ");
            goes = !line.equals("$EXIT$") && answered(line);
        }
        out.println("Exiting...");
    }

    /** False at the end of input. */
    private boolean answered(String line) {
        if (line.equals(END)) return false;
        try {
            switch (line) {
                case "$CLEAR$" -> clear();
                case "$SWAP$" -> out.println("Speaker set to " + session.swap(1));
                case "$BACK$" -> out.println("Speaker set to " + session.swap(-1));
                case "$HISTORY$" -> history();
                case "" -> { }
                default -> speak(line);
            }
        } catch (Problem p) {
            out.println(p.getMessage());
        }
        return true;
    }

    private void clear() {
        session.clear().forEach(out::println);
        out.println("Cleared.");
    }

    private void history() {
        out.println("Conversation history:");
        session.history().forEach(s -> out.println(s.role() + ": " + s.text()));
    }

    private void test() {
        try {
            tell(session.test(sound));
            sound.drain();
        } catch (Problem p) {
            out.println(p.getMessage());
        }
    }

    private void speak(String prompt) {
        var parts = session.split(prompt);
        var spoken = new ArrayList<ConsoleSession.Spoken>();
        for (var part : parts) {
            out.println("Speaker " + part.speaker() + ": " + part.text());
            out.flush();
            spoken.add(session.say(part, spoken.size(), sound));
            tell(spoken.getLast().part());
        }
        if (parts.size() > 1) out.println("All parts: " + session.combine(spoken));
        sound.drain();
    }

    private void tell(ConsoleSession.Part part) {
        out.println("Saved " + part.file() + " (" + Terminal.seconds(part.seconds()) + ")");
        part.checks().forEach(c -> out.println("  " + c));
    }

    private String ask(String question) {
        out.print(question);
        out.flush();
        try {
            var line = input.readLine();
            return line == null ? END : line;
        } catch (IOException e) {
            throw Problem.disk("The keyboard cannot be read any more (" + e.getMessage() + ").", e);
        }
    }
}
