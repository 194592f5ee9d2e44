package studio.parley.studio.card;

import java.util.Optional;
import studio.parley.onnx.CardLibraries;
import studio.parley.studio.settings.AppDirectories;

/**
 * What this computer has for speech on a graphics card, in words.
 *
 * @param ok whether nothing needs fixing: a computer without a card is fine
 * @param card a card that can be used once everything is there
 * @param words a sentence, or "CUDA, NAME, 24 GB: fp16"; ends with what to do if something is missing
 */
public record CardStatus(boolean ok, Optional<Card> card, String words) {
    private static final String SET_UP = "Run 'parley gpu setup', or open Settings, Graphics card.";

    /** @param trial asked only if everything else is right */
    public static CardStatus of(AppDirectories directories, CardTrial trial) {
        return of(System.getProperty("os.name"), CardLibraries.platform(), CardProbe.ofThisComputer(), new CardLibraries(directories.cardLibraries()), trial);
    }

    static CardStatus of(String system, Optional<String> platform, CardProbe probe, CardLibraries libraries, CardTrial trial) {
        var before = withoutLibraries(system, platform, probe);
        if (!before.ok || before.card.isEmpty()) return before;
        var card = before.card.get();
        return switch (libraries.state()) {
            case NONE -> new CardStatus(true, before.card, card.words() + " is not used yet: its libraries are not installed. " + SET_UP);
            case OUT_OF_DATE -> new CardStatus(false, before.card, card.words() + " is not used: its libraries are of ONNX Runtime " + libraries.version().orElse("")
                    + ", and this Parley needs " + CardLibraries.VERSION + ". " + SET_UP);
            case DAMAGED -> new CardStatus(false, before.card, card.words() + " is not used: its libraries are not complete. " + SET_UP);
            case COMPLETE -> trial.run("cuda").map(t -> new CardStatus(false, before.card, t)).orElseGet(() -> new CardStatus(true, before.card, works(card)));
        };
    }

    /** The result of a card that works. */
    static String works(Card card) {
        return "CUDA, " + card.words() + ": " + card.precision();
    }

    /** Whether there is a card that can be used at all; then {@link #card} is present and this is ok. */
    static CardStatus withoutLibraries(String system, Optional<String> platform, CardProbe probe) {
        if (system.startsWith("Mac")) return nothing("Macs have no NVIDIA graphics card. 'parley gpu setup' tries whether CoreML is faster than the processor.");
        var found = probe.find();
        if (found.isWithoutDriver()) return new CardStatus(false, Optional.empty(),
                "There is an NVIDIA graphics card, but its driver is not running. Install NVIDIA's driver ("
                + Card.oldestDriver(probe.windows()) + " or newer), then run 'parley gpu setup'.");
        if (found.card().isEmpty()) return nothing("No NVIDIA graphics card was found, so the processor computes.");
        var card = found.card().get();
        if (platform.isEmpty()) return nothing(card.words() + " cannot be used: ONNX Runtime has no CUDA libraries for " + system + " on this kind of processor.");
        if (card.isDriverTooOld(probe.windows())) return new CardStatus(false, found.card(),
                card.words() + " cannot be used: its driver " + card.driver() + " is too old for CUDA 12. "
                + "Install NVIDIA's driver " + Card.oldestDriver(probe.windows()) + " or newer, then run 'parley gpu setup'.");
        return new CardStatus(true, found.card(), card.words());
    }

    private static CardStatus nothing(String words) {
        return new CardStatus(true, Optional.empty(), words);
    }
}
