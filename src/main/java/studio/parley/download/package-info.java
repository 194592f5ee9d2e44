/**
 * Fetching files from the internet: the only package that opens a connection, and only when a person asked for a download. Resumable, checked,
 * and in words when something is in the way.
 */
@NullMarked
package studio.parley.download;

import org.jspecify.annotations.NullMarked;
