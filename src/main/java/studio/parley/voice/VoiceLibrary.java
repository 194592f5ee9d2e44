package studio.parley.voice;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;

/**
 * A folder of reference clips for use across projects: a {@link ClipStore} whose clips have a description (sidecar "voice", JSON). The
 * originals are kept unchanged; preparation happens on use. Any number of threads and processes may read; the last to write a description
 * wins.
 */
public final class VoiceLibrary {
    private static final String CARD = "voice";

    private final ClipStore clipStore;

    public VoiceLibrary(Path folder) {
        this.clipStore = new ClipStore(folder);
    }

    /** All clips by name, and notices about descriptions that could not be read. */
    public record Listing(List<VoiceClip> clips, List<String> notices) {
        public Listing {
            clips = List.copyOf(clips);
            notices = List.copyOf(notices);
        }
    }

    /** Adds a clip; if its audio is there already, its description gets the new name and transcript. */
    public VoiceClip add(Pcm sound, String name, String transcript, Optional<Consent> consent) {
        var before = find(ClipId.of(sound));
        var id = clipStore.put(sound);
        var clip = new VoiceClip(id, name, transcript, before.map(VoiceClip::moods).orElseGet(TreeSet::new),
                consent.or(() -> before.flatMap(VoiceClip::consent)), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        save(clip);
        return clip;
    }

    /** Writes a changed description. */
    public void save(VoiceClip clip) {
        if (!clipStore.isWhole(clip.id())) throw Problem.input("The clip of \"" + clip.name() + "\" is no longer in the library. Add it again.");
        clipStore.putSidecar(clip.id(), CARD, VoiceClipJson.write(clip, clipStore.sidecar(clip.id(), CARD)));
    }

    public Optional<VoiceClip> find(ClipId id) {
        return clipStore.sidecar(id, CARD).flatMap(bytes -> VoiceClipJson.read(id, bytes));
    }

    public Listing list() {
        var clips = new ArrayList<VoiceClip>();
        var notices = new ArrayList<String>();
        for (var id : clipStore.list()) {
            var card = find(id);
            card.ifPresent(clips::add);
            if (card.isEmpty()) notices.add("The clip " + clipStore.file(id) + " has no valid description file. Add it again or remove it.");
        }
        clips.sort(Comparator.comparing(VoiceClip::name, String.CASE_INSENSITIVE_ORDER).thenComparing(VoiceClip::id));
        return new Listing(clips, notices);
    }

    /** The original audio. */
    public Pcm sound(VoiceClip clip) {
        return clipStore.get(clip.id());
    }

    /** The file of the original audio. */
    public Path file(VoiceClip clip) {
        return clipStore.file(clip.id());
    }

    /** Deletes the audio and all its sidecars. */
    public void remove(ClipId id) {
        clipStore.remove(id);
    }
}
