package studio.parley.convert.weights;

/** The depth decoder: its stack, and the width of the backbone's hidden state and of the audio embeddings it projects from. */
public record DepthConfig(StackConfig stack, int backboneWidth) {}
