/** Whether takes are in the voices of their speakers, for every front end: stored voices of clips, thresholds, findings about takes and cast. */
@NullMarked
package studio.parley.studio.likeness;

import org.jspecify.annotations.NullMarked;
