package studio.parley.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to serve.
 *
 * @param host the name or address to listen at
 * @param port 0 for any that is free
 * @param key what clients must send; empty: any machine-local program is answered
 * @param maxQueue how many requests may wait
 * @param recogniser empty: speech is not recognised
 */
public record ServerOptions(String host, int port, Optional<String> key, int maxQueue, Optional<Path> recogniser, int threads) {}
