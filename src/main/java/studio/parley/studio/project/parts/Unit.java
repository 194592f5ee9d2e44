package studio.parley.studio.project.parts;

/**
 * Lines that one process renders one after another, because they hear each other or are few.
 *
 * @param id names everything that determines its speech
 * @param name for people
 * @param seconds estimated length of its speech
 * @param speech renders those lines that are not among the finished ones; throws a {@link studio.parley.problem.Problem} if some cannot be rendered
 */
public record Unit(String id, String name, int lines, double seconds, Runnable speech) {}
