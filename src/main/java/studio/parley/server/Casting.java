package studio.parley.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.synthesis.EarlierTurn;
import studio.parley.studio.synthesis.ReferenceSound;
import studio.parley.studio.synthesis.SynthesisRequest;
import studio.parley.studio.transcription.ClipTranscriber;

/** Gives each voice of a request its speaker number and its clip. On the worker's thread. */
record Casting(OpenRecogniser ears) {
    SynthesisRequest of(SpeechRequest request) {
        var cast = new ArrayList<VoiceChoice>();
        for (var turn : request.turns()) if (!cast.contains(turn.voice())) cast.add(turn.voice());
        if (!cast.contains(request.voice())) cast.add(request.voice());
        var references = new ArrayList<ReferenceSound>();
        for (int i = 0; i < cast.size(); i++) reference(i, cast.get(i)).ifPresent(references::add);
        var turns = request.turns().stream().map(t -> new EarlierTurn(cast.indexOf(t.voice()), t.text(), t.sound())).toList();
        return new SynthesisRequest(references, turns, cast.indexOf(request.voice()), request.text(), request.delivery(), seed(request));
    }

    private static long seed(SpeechRequest request) {
        boolean same = request.voice().equals(new VoiceChoice.None(VoiceNames.DEFAULT));
        return request.seed().orElseGet(() -> same ? 0 : ThreadLocalRandom.current().nextLong(1_000_000));
    }

    private Optional<ReferenceSound> reference(int speaker, VoiceChoice voice) {
        return switch (voice) {
            case VoiceChoice.None _ -> Optional.empty();
            case VoiceChoice.Named named -> Optional.of(new ReferenceSound(speaker, words(named), AudioFiles.read(named.voice().file())));
            case VoiceChoice.Sent(Pcm sound, Optional<String> text) -> Optional.of(new ReferenceSound(speaker, text.orElseGet(() -> heard("reference", sound)), sound));
        };
    }

    /** What is said in the clip of a voice. */
    String words(VoiceChoice.Named voice) {
        return voice.voice().transcript().isBlank() ? heard("voice", AudioFiles.read(voice.voice().file())) : voice.voice().transcript();
    }

    private String heard(String parameter, Pcm sound) {
        var words = ClipTranscriber.understood(ears.hear(sound, TranscriptionOptions.USUAL));
        if (words.isEmpty()) throw ApiError.value(parameter, "No words were understood in the clip. Send them as 'reference_text'.");
        return words;
    }
}
