/** Reads the configuration files of checkpoints. */
@NullMarked
package studio.parley.convert.checkpoint.config;

import org.jspecify.annotations.NullMarked;
