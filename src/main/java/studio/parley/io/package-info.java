/**
 * Files, for every package above: the one atomic writer, small reads, one sentence for what a disk refuses, file names that fit,
 * hashes, JSON, the folders of the user in which Parley keeps its files, temporary ones. Imports nothing but problem.
 */
@NullMarked
package studio.parley.io;

import org.jspecify.annotations.NullMarked;
