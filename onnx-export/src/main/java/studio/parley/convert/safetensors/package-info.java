/** Files of tensors (safetensors, CTranslate2): a strictly checked header over mapped memory, values read in pieces as float32. */
@NullMarked
package studio.parley.convert.safetensors;

import org.jspecify.annotations.NullMarked;
