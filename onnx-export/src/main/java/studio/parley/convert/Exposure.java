package studio.parley.convert;

/**
 * Inner values that graphs offer at their border, for tests and self-checks: the backbone's hidden states, the depth decoder's
 * logits, codes forced upon it, the encoder's latents. They cost time and memory; a folder for use has none.
 */
public record Exposure(boolean hiddenStates, boolean stepLogits, boolean forced, boolean latent) {
    public static Exposure none() {
        return new Exposure(false, false, false, false);
    }

    public static Exposure all() {
        return new Exposure(true, true, true, true);
    }
}
