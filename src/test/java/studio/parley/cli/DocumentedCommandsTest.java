package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The commands of the documents are parsed by the real command line, so that a renamed option fails here; messages and links must exist.
 */
class DocumentedCommandsTest {
    private static List<Path> documents() throws IOException {
        try (var docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("packaging", "README.md")),
                    docs.filter(f -> f.toString().endsWith(".md")).sorted()).toList();
        }
    }

    private static List<String> found(Pattern pattern) throws IOException {
        var all = new ArrayList<String>();
        for (var document : documents()) pattern.matcher(Files.readString(document)).results().forEach(m -> all.add(m.group(1)));
        return all;
    }

    /** The lines of the sh blocks that call Parley, without comments and without the name of the program. */
    private static List<String> blockCommands() throws IOException {
        return found(Pattern.compile("(?s)```sh\\n(.*?)```")).stream().flatMap(String::lines).map(l -> l.replaceFirst("\\s+#.*", ""))
                .filter(l -> l.matches("(\\./)?parley\\b.*")).map(l -> l.replaceFirst("(\\./)?parley\\s*", "")).toList();
    }

    /** As a shell would: quotes keep words together. */
    private static List<String> words(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1)).toList();
    }

    private static void parse(List<String> words) {
        new CommandLine(new ParleyCommand()).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words.toArray(String[]::new));
    }

    @Test
    void allCommandsAreUnderstood() throws IOException {
        var blocks = blockCommands();
        assertTrue(blocks.size() > 8, blocks.toString());
        blocks.stream().filter(DocumentedCommandsTest::isCommand).forEach(c -> parse(words(c)));
        // A command within a sentence may end early: "`parley models`". In tables | is escaped.
        var inline = found(Pattern.compile("`parley ([a-z][^`\\n]*)`"));
        assertTrue(inline.size() > 15, inline.toString());
        for (var command : inline) {
            var words = words(command.replace("\\|", "|"));
            var at = new CommandLine(new ParleyCommand());
            for (int i = 0; i < words.size() && at.getSubcommands().containsKey(words.get(i)); i++) at = at.getSubcommands().get(words.get(i));
            assertTrue(at.getParent() != null, () -> "There is no command 'parley " + command + "'.");
            for (var word : words) {
                if (word.startsWith("--")) assertTrue(at.getCommandSpec().findOption(word.replaceFirst("=.*", "")) != null, command);
            }
        }
    }

    /** Without a command Parley opens a window or a project. */
    private static boolean isCommand(String arguments) {
        return !arguments.isEmpty() && !arguments.endsWith(".parley") || arguments.contains(" ");
    }

    /** What is quoted as a message is in the program: the parts between the dots, in this order, in its code or its words. */
    @Test
    void theMessagesOfTroubleshootingExist() throws IOException {
        var program = new StringBuilder();
        try (var files = Files.walk(Path.of("src", "main"))) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(java|properties)")).toList()) program.append(Files.readString(file));
        }
        var text = program.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("''", "'");
        var messages = Pattern.compile("(?m)^\\| \"(.+?)\" \\|").matcher(Files.readString(Path.of("docs", "troubleshooting.md"))).results()
                .map(m -> m.group(1)).toList();
        assertTrue(messages.size() > 15, messages.toString());
        for (var message : messages) {
            var pattern = Stream.of(message.split("…")).filter(p -> !p.isBlank()).map(Pattern::quote).reduce((a, b) -> a + ".{0,120}?" + b);
            assertTrue(Pattern.compile(pattern.orElseThrow(), Pattern.DOTALL).matcher(text).find(), message);
        }
    }

    @Test
    void theDocumentsNameFilesThatExist() throws IOException {
        for (var document : documents()) {
            Matcher links = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(document));
            while (links.find()) assertTrue(Files.exists(document.resolveSibling(links.group(1))), document + ": " + links.group(1));
        }
    }
}
