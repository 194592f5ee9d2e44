package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.CsmMultiPrompt;
import studio.parley.dialogue.Delivery;
import studio.parley.render.RenderListener;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceFiles;

/**
 * csm-multi's console without its keyboard: the model stays loaded, prompts follow one another, the context of every part is all references
 * and what was said before (as much as fits; the references always). Files are written to one folder: {@code audio.wav} for the first part,
 * {@code audio1.wav} … for the others, {@code outputCombined.wav} for all of them.
 */
public final class ConsoleSession implements AutoCloseable {
    /** One line of the history: the transcript of a reference or a part that was spoken. */
    public record Said(int speaker, boolean isReference, String text) {}

    /** One rendered part, and its file. */
    public record Part(SpokenPart spoken, Path file) {}

    /** The default maximum length if the text needs no more: csm-multi's. */
    private static final int USUAL_MILLIS = 25_000;
    /** More parts than in any prompt. */
    private static final int MOST_PARTS = 100;

    private final PromptSession session;
    private final Path folder;
    private final List<Said> history = new ArrayList<>();
    private int speaker;

    /** At most {@code remember} earlier parts are used as context; {@code Integer.MAX_VALUE} for all that fit. */
    public ConsoleSession(LoadedModel model, AppDirectories directories, WatermarkApplier mark, Path folder, ClipPreset preparation, Delivery delivery,
            long seed, int remember) {
        this.session = new PromptSession(model, directories, mark, new PromptSession.Style(preparation, delivery, seed, USUAL_MILLIS, remember));
        this.folder = folder;
    }

    /**
     * Clears the history and loads the folder's references again; returns notices about them. If they cannot be loaded, nothing changes.
     */
    public List<String> clear() {
        var found = ReferenceFiles.in(folder.toAbsolutePath());
        var clips = found.references();
        var notices = new ArrayList<>(found.notices());
        notices.addAll(session.listen(clips));
        history.clear();
        clips.forEach(c -> history.add(new Said(c.speaker(), true, c.transcript())));
        clips.forEach(c -> notices.add("Using " + c.file().getFileName() + " as speaker " + c.speaker() + "."));
        return notices;
    }

    /** Claims the folder for the files that will be written; none of them may be an input. */
    public static void claim(Outputs outputs, Path folder) {
        var here = folder.toAbsolutePath();
        outputs.folder(here);
        outputs.reading(ReferenceFiles.in(here).references());
        var names = new ArrayList<>(List.of("audio.wav", "audioTest.wav", "outputCombined.wav"));
        for (int i = 1; i < MOST_PARTS; i++) names.add("audio" + i + ".wav");
        outputs.within(here, names);
    }

    public boolean hasReferences() {
        return session.hasReferences();
    }

    /** Moves the primary speaker by {@code step}; numbers below 0 are allowed, as in csm-multi. */
    public int swap(int step) {
        speaker += step;
        return speaker;
    }

    public List<Said> history() {
        return List.copyOf(history);
    }

    /** Says one sentence with speaker 0 to test the references; it is not added to the history. */
    public Part test(RenderListener listener) {
        var text = "This is a test of the reference audio for speaker 0.";
        return say(new CsmMultiPrompt.Part(0, text), listener, folder.resolve("audioTest.wav"), false);
    }

    /** Splits a prompt at {@code ||}, and long parts into pieces; the speaker of each part is the primary speaker plus its offset. */
    public List<CsmMultiPrompt.Part> split(String prompt) {
        var parts = PromptSession.parts(prompt, speaker);
        session.requireWords(parts);
        return parts;
    }

    /** Renders part {@code index} (from 0) of a prompt and writes its file. */
    public Part say(CsmMultiPrompt.Part part, int index, RenderListener listener) {
        return say(part, listener, folder.resolve(index == 0 ? "audio.wav" : "audio" + index + ".wav"), true);
    }

    /** Writes all parts of a prompt, one after the other, as {@code outputCombined.wav}. */
    public Path combine(List<Part> parts) {
        var file = folder.resolve("outputCombined.wav");
        OutputFiles.sound(file, parts.stream().map(p -> p.spoken().sound()).toList());
        return file;
    }

    private Part say(CsmMultiPrompt.Part part, RenderListener listener, Path file, boolean remembered) {
        var spoken = session.say(part, listener);
        OutputFiles.sound(file, List.of(spoken.sound()));
        if (remembered) {
            session.remember();
            history.add(new Said(part.speaker(), false, part.text()));
        }
        return new Part(spoken, file);
    }

    @Override
    public void close() {
        session.close();
    }
}
