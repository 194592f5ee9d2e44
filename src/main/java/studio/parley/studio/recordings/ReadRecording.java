package studio.parley.studio.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        var decoded = AudioFiles.decode(request.file());
        var sound = decoded.pcm().toMono();
        var folder = new RecogniserStore(directories).find(Optional.empty());
        try (var voices = VoiceReader.of(directories, 0).orElseThrow(() -> Problem.model("This installation cannot tell voices apart. Install Parley again."))) {
            var notices = new ArrayList<>(decoded.notices());
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

    private static RecordedConversation sorted(List<Utterance> utterances, Pcm sound, VoiceReader reader, RecordingRequest request, List<String> notices, DoubleConsumer progress) {
        var pieces = new ArrayList<Pcm>();
        var voices = new ArrayList<Optional<Embedding>>();
        for (var utterance : utterances) {
            Cancellation.stopIfWished();
            var piece = piece(sound, utterance);
            pieces.add(piece);
            voices.add(reader.voice(piece).embedding());
            progress.accept((double) pieces.size() / utterances.size());
        }
        var number = request.speakers().isPresent() || request.names().size() < 2 ? request.speakers() : OptionalInt.of(request.names().size());
        int[] speakers = VoiceSorting.sort(voices, number);
        var lines = IntStream.range(0, pieces.size()).mapToObj(i -> new SpokenLine(millis(utterances.get(i).from()), pieces.get(i), utterances.get(i).text(), speakers[i],
                voices.get(i), utterances.get(i).probability())).toList();
        int found = IntStream.of(speakers).max().orElse(0) + 1;
        number.ifPresent(n -> {
            if (found < n) notices.add("Only " + found + (found == 1 ? " voice was" : " voices were") + " found in " + request.file() + ".");
        });
        return new RecordedConversation(lines, names(request.names(), found), notices);
    }

    /** From a whole millisecond on. */
    private static Pcm piece(Pcm sound, Utterance utterance) {
        int from = frame(sound, millis(utterance.from()));
        return sound.slice(from, Math.max(from + 1, frame(sound, millis(utterance.to()))));
    }

    private static int frame(Pcm sound, int millis) {
        return (int) Math.min(sound.frames() - 1L, (long) millis * sound.rate() / 1000);
    }

    private static int millis(double seconds) {
        return (int) Math.round(seconds * 1000);
    }

    private static List<String> names(List<String> given, int count) {
        return IntStream.range(0, count).mapToObj(i -> i < given.size() ? given.get(i) : "Speaker " + (i + 1)).toList();
    }
}
