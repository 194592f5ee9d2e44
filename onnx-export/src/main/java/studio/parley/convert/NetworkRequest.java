package studio.parley.convert;

import java.nio.file.Path;
import studio.parley.convert.weights.Precision;

/**
 * A network that only hears, what it is converted to, and where. Which precisions are possible depends on its kind.
 *
 * @param force replace {@code output} if it is a folder of the same kind
 */
public record NetworkRequest(Path checkpoint, Path output, Precision precision, boolean force) {}
