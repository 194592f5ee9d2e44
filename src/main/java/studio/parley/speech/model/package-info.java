/** The model folder: its description, contract and integrity. */
@NullMarked
package studio.parley.speech.model;

import org.jspecify.annotations.NullMarked;
