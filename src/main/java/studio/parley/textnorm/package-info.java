/** Text normalisation: English text as it is read aloud (numbers, dates, currency, abbreviations, addresses, signs). */
@NullMarked
package studio.parley.textnorm;

import org.jspecify.annotations.NullMarked;
