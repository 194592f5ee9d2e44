package studio.parley.studio.recordings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.speaker.Embedding;
import studio.parley.studio.likeness.VoiceReader;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.RecogniserStore;
import studio.parley.studio.transcription.TranscribeAudio;

/** Reads recorded conversations: what is said in them, and by whom. {@link Cancellation} stops it. */
public final class ReadRecording {
    /** Of the work; the rest is telling voices apart. */
    private static final double TRANSCRIBING = 0.85;

    private ReadRecording() {}

    /**
     * @param progress receives the fraction that is done, 0 to 1
     * @throws Problem if the file cannot be read, no words are understood, or this installation lacks what hears them
     */
    public static RecordedConversation of(RecordingRequest request, AppDirectories directories, DoubleConsumer progress) {
        var notices = new ArrayList<String>();
        var sound = sound(request.file(), notices);
        var folder = new RecogniserStore(directories).find(Optional.empty());
        try (var voices = VoiceReader.of(directories, 0).orElseThrow(() -> Problem.model("This installation cannot tell voices apart. Install Parley again."))) {
            Transcript transcript;
            try (var recogniser = TranscribeAudio.open(folder, 0, directories)) {
                notices.addAll(recogniser.notices());
                transcript = recogniser.audio(sound, new TranscriptionOptions(request.language(), false, ""), share -> progress.accept(TRANSCRIBING * share));
            }
            var utterances = ConversationCutter.cut(transcript, new QuietPlaces(sound));
            if (utterances.isEmpty()) throw Problem.input("No words were understood in " + request.file() + ". Check that somebody speaks in it, in English.");
            return sorted(utterances, sound, voices, request, notices, share -> progress.accept(TRANSCRIBING + (1 - TRANSCRIBING) * share));
        }
    }

    private static Pcm sound(Path file, List<String> notices) {
        if (!Files.exists(file)) throw Problem.input("There is no audio file " + file + ". Check the path.");
        var decoded = AudioFiles.decode(file);
        notices.addAll(decoded.notices());
        return decoded.pcm().toMono();
    }

    private static RecordedConversation sorted(List<Utterance> utterances, Pcm sound, VoiceReader reader, RecordingRequest request, List<String> notices, DoubleConsumer progress) {
        var voices = new ArrayList<Optional<Embedding>>();
        for (var utterance : utterances) {
            Cancellation.stopIfWished();
            voices.add(reader.voice(sound.slice(from(sound, utterance), to(sound, utterance))).embedding());
            progress.accept((double) voices.size() / utterances.size());
        }
        var sorted = VoiceSorting.sort(voices, request.speakers());
        int[] speakers = sorted.speakers();
        var lines = IntStream.range(0, speakers.length).mapToObj(i -> line(sound, utterances.get(i), speakers[i], voices.get(i))).toList();
        int found = IntStream.of(speakers).max().orElse(0) + 1;
        notices.addAll(tooFew(request, found, lines.size()));
        return new RecordedConversation(lines, found, sorted.areAlike(), request.names().subList(0, Math.min(found, request.names().size())), notices);
    }

    /** That fewer voices were found than the request says, and which names nobody has. */
    private static List<String> tooFew(RecordingRequest request, int found, int lines) {
        var left = request.names().subList(Math.min(found, request.names().size()), request.names().size());
        if (left.isEmpty() && request.speakers().orElse(0) <= found) return List.of();
        var what = found == lines ? "line" : "voice";
        var words = "Only " + found + " " + what + (found == 1 ? " was" : "s were") + " found in " + request.file();
        if (left.isEmpty()) return List.of(words + ".");
        return List.of(words + ", so " + (left.size() == 1 ? "the name " : "the names ") + String.join(", ", left) + (left.size() == 1 ? " is" : " are") + " not used.");
    }

    private static SpokenLine line(Pcm sound, Utterance utterance, int speaker, Optional<Embedding> voice) {
        return new SpokenLine(sound, from(sound, utterance), to(sound, utterance), millis(utterance.from()), utterance.text(), speaker, voice, utterance.probability());
    }

    /** The first frame, at a whole millisecond. */
    private static int from(Pcm sound, Utterance utterance) {
        return frame(sound, millis(utterance.from()));
    }

    private static int to(Pcm sound, Utterance utterance) {
        if (utterance.to() >= sound.seconds()) return sound.frames();
        return Math.max(from(sound, utterance) + 1, frame(sound, millis(utterance.to())));
    }

    private static int frame(Pcm sound, int millis) {
        return (int) Math.min(sound.frames() - 1L, (long) millis * sound.rate() / 1000);
    }

    private static int millis(double seconds) {
        return (int) Math.round(seconds * 1000);
    }
}
