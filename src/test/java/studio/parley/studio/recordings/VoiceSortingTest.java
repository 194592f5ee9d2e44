package studio.parley.studio.recordings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.parley.speaker.Embedding;

class VoiceSortingTest {
    private final Random random = new Random(5);

    /** A voice along one axis with some noise, as short recordings have it. */
    private Optional<Embedding> voice(int axis, double seconds, double noise) {
        var values = new float[40];
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((i == axis ? 1 : 0.1) + noise * random.nextGaussian() / Math.sqrt(values.length));
            square += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) values[i] /= (float) Math.sqrt(square);
        return Optional.of(new Embedding(values, seconds));
    }

    @Test
    void voicesAreToldApartWithoutKnowingHowMany() {
        for (int count : new int[] {1, 2, 3, 5}) {
            var voices = new ArrayList<Optional<Embedding>>();
            var wanted = new int[40];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = i < count ? i : random.nextInt(count);
                voices.add(voice(wanted[i], 1.5 + 3 * random.nextDouble(), 0.4));
            }
            assertArrayEquals(wanted, VoiceSorting.sort(voices, OptionalInt.empty()).speakers(), count + " voices");
        }
    }

    @Test
    void theNumberOfSpeakersCanBeFixed() {
        var voices = new ArrayList<Optional<Embedding>>();
        for (int i = 0; i < 12; i++) voices.add(voice(i % 3, 3, 0.3));
        assertEquals(1, distinct(VoiceSorting.sort(voices, OptionalInt.of(1)).speakers()));
        assertEquals(2, distinct(VoiceSorting.sort(voices, OptionalInt.of(2)).speakers()));
        assertEquals(12, distinct(VoiceSorting.sort(voices, OptionalInt.of(12)).speakers()));
        assertEquals(12, distinct(VoiceSorting.sort(voices, OptionalInt.of(40)).speakers()));
    }

    @Test
    void shortPiecesJoinTheNearestVoiceAndSilentOnesTheOneBefore() {
        var voices = List.of(voice(0, 4, 0.1), voice(1, 4, 0.1), voice(0, 0.4, 0.2), Optional.<Embedding>empty(), voice(1, 0.4, 0.2), voice(2, 1.3, 0.1));
        int[] sorted = VoiceSorting.sort(voices, OptionalInt.empty()).speakers();
        assertArrayEquals(new int[] {0, 1, 0, 0, 1}, java.util.Arrays.copyOf(sorted, 5));
        assertEquals(2, distinct(sorted), "1.3 s in all are no speaker");
        assertEquals(3, distinct(VoiceSorting.sort(voices, OptionalInt.of(3)).speakers()), "unless somebody says so");
    }

    @Test
    void nothingButSilenceOrShortPiecesIsOneSpeaker() {
        assertArrayEquals(new int[] {0, 0}, VoiceSorting.sort(List.of(Optional.empty(), Optional.empty()), OptionalInt.empty()).speakers());
        assertArrayEquals(new int[0], VoiceSorting.sort(List.of(), OptionalInt.empty()).speakers());
        assertArrayEquals(new int[] {0, 0, 0}, VoiceSorting.sort(List.of(Optional.empty(), voice(0, 0.5, 0.1), voice(0, 0.3, 0.1)), OptionalInt.empty()).speakers());
    }

    /** Nobody can tell whether one voice is that of several people, but it can be said. */
    @Test
    void voicesThatMayBeSeveralAreNoticed() {
        var one = new ArrayList<Optional<Embedding>>();
        var two = new ArrayList<Optional<Embedding>>();
        var barely = new ArrayList<Optional<Embedding>>();
        for (int i = 0; i < 6; i++) {
            one.add(voice(0, 3, 0.1));
            two.add(voice(i % 2, 3, 0.1));
            barely.add(between(i % 2 == 0 ? 0 : 0.57, i % 3 == 0 ? 3 : 4));
            barely.add(voice(2, 4, 0.1));
        }
        assertEquals(true, VoiceSorting.sort(one, OptionalInt.empty()).areAlike());
        assertEquals(false, VoiceSorting.sort(one, OptionalInt.of(1)).areAlike(), "it was said");
        assertEquals(false, VoiceSorting.sort(one.subList(0, 1), OptionalInt.empty()).areAlike(), "a single line");
        assertEquals(false, VoiceSorting.sort(two, OptionalInt.empty()).areAlike());
        assertEquals(2, distinct(VoiceSorting.sort(barely, OptionalInt.empty()).speakers()));
        assertEquals(true, VoiceSorting.sort(barely, OptionalInt.empty()).areAlike());
    }

    /** A voice on the way from the first axis to the second. */
    private static Optional<Embedding> between(double angle, double seconds) {
        var values = new float[40];
        values[0] = (float) Math.cos(angle);
        values[1] = (float) Math.sin(angle);
        return Optional.of(new Embedding(values, seconds));
    }

    /** An hour of short sentences. */
    @Test
    void manyPiecesAreSortedInASecondOrTwo() {
        var voices = new ArrayList<Optional<Embedding>>();
        for (int i = 0; i < 1000; i++) voices.add(voice(i % 3, 2.5, 0.5));
        assertEquals(3, distinct(VoiceSorting.sort(voices, OptionalInt.empty()).speakers()));
    }

    private static long distinct(int[] speakers) {
        return java.util.Arrays.stream(speakers).distinct().count();
    }
}
