package studio.parley.modelfolder;

/** A file of a model folder as written; {@code sha256} is in lower-case hexadecimal digits, or empty. */
public record ListedFile(String name, long bytes, String sha256) {}
