/** {@code parley serve}: OpenAI's audio interface over HTTP. The only package that accepts connections. */
@NullMarked
package studio.parley.server;

import org.jspecify.annotations.NullMarked;
