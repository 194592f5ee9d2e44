/** What the program does to the machine it runs on, seen from outside. */
@NullMarked
package studio.parley.privacy;

import org.jspecify.annotations.NullMarked;
