package studio.parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.ConsoleSession;

/** Reads prompts and commands line by line, and answers. An error in one prompt is reported and does not end the session. */
record ConsoleDialogue(ConsoleSession session, StreamingPlayback sound, LineInterrupt interrupt, BufferedReader input, PrintWriter out) {
    /** The end of input: no line of text can equal this. */
    private static final String END = "\n";
    private static final String PROMPT = "Enter text: ";

    /** The message for Ctrl-C between lines. */
    static void tellHowToLeave(PrintWriter out) {
        out.print(System.lineSeparator() + "Type $EXIT$ to quit." + System.lineSeparator() + PROMPT);
        out.flush();
    }

    /** @throws CancellationException if Ctrl-C comes while the references are loaded: without them the session makes no sense */
    void run() {
        interrupt.during(() -> session.clear().forEach(out::println));
        if (session.hasReferences() && ask("Would you like to test if your audio was successfully loaded with a quick gen? (y/N): ")
                .strip().equalsIgnoreCase("y")) attempt(this::test);
        boolean open = true;
        while (open) open = answered(ask(PROMPT));
        out.println("Exiting...");
    }

    /** False at the end. Commands may be in any case and surrounded by spaces. */
    private boolean answered(String line) {
        if (line.equals(END)) return false;
        switch (line.strip().toUpperCase(Locale.ROOT)) {
            case "$EXIT$" -> {
                return false;
            }
            case "$CLEAR$" -> attempt(this::clear);
            case "$SWAP$" -> out.println("Speaker set to " + session.swap(1));
            case "$BACK$" -> out.println("Speaker set to " + session.swap(-1));
            case "$HISTORY$" -> history();
            case "" -> { }
            default -> attempt(() -> speak(line));
        }
        return true;
    }

    /** Ctrl-C stops the work, errors are reported; neither ends the console. */
    private void attempt(Runnable work) {
        try {
            interrupt.during(work);
        } catch (Problem p) {
            out.println(p.getMessage());
        } catch (CancellationException stopped) {
            sound.flush();
            out.println("Stopped.");
        }
    }

    private void clear() {
        session.clear().forEach(out::println);
        out.println("Cleared.");
    }

    private void history() {
        out.println("Conversation history:");
        for (var said : session.history()) {
            out.println("Speaker " + said.speaker() + (said.isReference() ? " (reference): " : ": ") + said.text());
        }
    }

    private void test() {
        tell(session.test(sound));
        sound.drain();
    }

    private void speak(String prompt) {
        var parts = session.split(prompt);
        var spoken = new ArrayList<ConsoleSession.Part>();
        for (var part : parts) {
            out.println("Speaker " + part.speaker() + ": " + part.text());
            out.flush();
            spoken.add(session.say(part, spoken.size(), sound));
            tell(spoken.getLast());
        }
        if (parts.size() > 1) out.println("All parts: " + session.combine(spoken));
        sound.drain();
    }

    private void tell(ConsoleSession.Part part) {
        out.println("Saved " + part.file() + " (" + TimeFormat.seconds(part.spoken().sound().seconds()) + ")");
        part.spoken().checks().forEach(c -> out.println("  " + c));
    }

    private String ask(String question) {
        out.print(question);
        out.flush();
        try {
            var line = input.readLine();
            return line == null ? END : line;
        } catch (IOException closed) {
            return END;
        }
    }
}
