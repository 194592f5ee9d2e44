/** Writing ONNX: typed operators over the protobuf schema, and weights streamed into one external file. */
@NullMarked
package studio.parley.convert.graph;

import org.jspecify.annotations.NullMarked;
