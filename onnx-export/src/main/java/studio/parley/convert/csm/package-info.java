/** The graphs of the two language networks, backbone and depth decoder, over one stack of transformer layers. */
@NullMarked
package studio.parley.convert.csm;

import org.jspecify.annotations.NullMarked;
