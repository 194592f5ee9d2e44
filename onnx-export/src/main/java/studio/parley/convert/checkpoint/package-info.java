/** Published checkpoints of the CSM family, in any of their layouts, as one set of sizes and tensors under transformers' names. */
@NullMarked
package studio.parley.convert.checkpoint;

import org.jspecify.annotations.NullMarked;
