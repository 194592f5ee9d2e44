package studio.parley.convert.graph;

/** One state of a streaming network: [B, channels, columns]. */
public record StateShape(int channels, int columns) {}
