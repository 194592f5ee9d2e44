package studio.parley.convert;

import java.util.List;
import java.util.Map;
import studio.parley.convert.graph.StateShape;

/**
 * The result of {@link ModelWriter}.
 *
 * @param graphs device ("cpu", "cuda") to network ("backbone", "depth_decoder", "mimi_encoder", "mimi_decoder") to file name
 * @param files every file written, sorted
 * @param mimiStates shapes of the streaming decoder's states, in order
 */
public record WrittenModel(Map<String, Map<String, String>> graphs, List<String> files, List<StateShape> mimiStates) {}
