package studio.parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands in this process, with settings and models of their own. */
abstract class CommandTestCase {
    @TempDir
    Path home;
    /** What the last command wrote. */
    String out = "";
    String err = "";
    private String was = "";

    @BeforeEach
    void moveHome() {
        was = System.getProperty("parley.home", "");
        System.setProperty("parley.home", home.toString());
    }

    @AfterEach
    void moveBack() {
        if (was.isEmpty()) System.clearProperty("parley.home");
        else System.setProperty("parley.home", was);
    }

    /** The exit code. */
    int run(String... arguments) {
        var o = new StringWriter();
        var e = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(o), new PrintWriter(e), arguments);
        out = o.toString();
        err = e.toString();
        return code;
    }
}
