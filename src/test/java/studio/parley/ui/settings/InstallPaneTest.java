package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.download.Network;
import studio.parley.download.TestServer;
import studio.parley.download.hub.FakeHub;
import studio.parley.golden.Golden;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ModelInstall;
import studio.parley.ui.shell.Shell;

/** Getting a model with the buttons of the settings and of the start page. */
class InstallPaneTest {
    @TempDir
    Path home;

    private TestServer server;
    private FakeHub hub;

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        hub = new FakeHub(server);
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private Shell shell() throws Exception {
        var shell = new Shell(home, services -> services.withNetwork(new Network(hub.environment()).options));
        return Shell.lighthouse(shell, home, 0);
    }

    private static void page(Shell shell) throws Exception {
        shell.command("view.model");
        Fx.rest();
    }

    private static void click(Shell shell, String id) throws Exception {
        Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup(id) != null, 10_000);
        Fx.run(((Button) shell.fx.find(id))::fire);
        Fx.settle();
    }

    private static boolean is(Shell shell, String id) {
        return shell.fx.stage.getScene().getRoot().lookup(id) != null;
    }

    @Test
    void oneButtonGetsCsmAndAsksWhatItIsFor() throws Exception {
        hub.add("unsloth/csm-1b", Golden.folder("tiny-a"));
        try (var shell = shell()) {
            page(shell);
            shell.fx.png("get-model.png");
            click(shell, "#get-csm-1b");
            assertTrue(shell.fx.<Labeled>find("#get-terms").getText().contains("Mimi codec by Kyutai: CC-BY-4.0"));
            shell.fx.png("get-dialog.png");
            assertEquals(List.of(), server.requests(), "nothing is sent before it is asked for");
            shell.fx.key(KeyCode.ENTER);
            Fx.until(() -> is(shell, "#model-new"), 60_000);
            shell.fx.png("get-done.png");
            click(shell, "#model-new");
            var made = home.resolve("home/models");
            try (var models = Files.list(made)) {
                var names = models.map(m -> m.getFileName().toString()).toList();
                assertEquals(1, names.size());
                assertTrue(names.getFirst().startsWith("csm-1b-"), names::toString);
                assertEquals(Optional.of(made.resolve(names.getFirst()).toString()), Fx.call(() -> shell.services.preferences().get("model")));
            }
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookupAll("#models .radio-button").size() >= 3, 10_000);
        }
    }

    @Test
    void aDownloadIsPausedContinuedAndCancelled() throws Exception {
        var there = hub.add("unsloth/csm-1b", Golden.folder("tiny-a"));
        var bytes = Files.readAllBytes(Golden.folder("tiny-a").resolve("model.safetensors"));
        server.first(there.cdn("model.safetensors"), server.stalling(bytes, 300_000), server.stalling(bytes, 300_000));
        try (var shell = shell()) {
            page(shell);
            click(shell, "#get-csm-1b");
            click(shell, "#get-start");
            Fx.until(() -> is(shell, "#install-pause") && shell.services.installs().state().get() instanceof ModelInstall.Running r
                    && r.progress().filter(p -> p.stage() == Stage.DOWNLOADING).isPresent() && server.requests(there.cdn("model.safetensors")).size() == 1, 30_000);
            ProgressBar bar = shell.fx.find("#install .progress-bar");
            assertTrue(Fx.call(bar::getAccessibleText).startsWith("CSM-1B · Downloading · 1 MB of 1 MB"), Fx.call(bar::getAccessibleText));
            shell.fx.png("get-running.png");
            click(shell, "#install-pause");
            Fx.until(() -> is(shell, "#install-continue"), 30_000);
            shell.fx.png("get-paused.png");
            shell.fx.key(KeyCode.ESCAPE);
            page(shell);
            assertTrue(Fx.call(() -> is(shell, "#install-continue")), "another page shows it too");
            click(shell, "#install-continue");
            Fx.until(() -> is(shell, "#install-pause"), 30_000);
            click(shell, "#install-cancel");
            Fx.until(() -> is(shell, "#get-csm-1b"), 30_000);
            Fx.rest();
            assertFalse(Files.exists(home.resolve("home/downloads/csm-1b")));
        }
    }

    @Test
    void aTokenIsAskedForOnlyWhenItIsNeeded() throws Exception {
        hub.missing("unsloth/csm-1b");
        hub.add("sesame/csm-1b", Golden.folder("tiny-a")).gated();
        try (var shell = shell()) {
            page(shell);
            click(shell, "#get-csm-1b");
            click(shell, "#get-start");
            Fx.until(() -> is(shell, "#install-token"), 30_000);
            shell.fx.png("get-token.png");
            PasswordField token = shell.fx.find("#install-token");
            assertNotNull(Fx.call(token::getAccessibleText));
            Fx.run(() -> token.setText("two words"));
            click(shell, "#install-continue");
            assertTrue(shell.fx.<Labeled>find("#install-state").getText().startsWith("This is not an access token"));
            Fx.run(() -> token.setText(FakeHub.TOKEN));
            click(shell, "#install-continue");
            Fx.until(() -> is(shell, "#model-later"), 60_000);
            assertTrue(Files.readString(home.resolve("home/huggingface-token")).startsWith(FakeHub.TOKEN));
            assertFalse(Files.readString(home.resolve("home/settings.json")).contains(FakeHub.TOKEN));
            assertFalse(shell.services.notices().all().toString().contains(FakeHub.TOKEN));
        }
    }

    @Test
    void otherNamesAreCheckedBeforeAnythingIsSent() throws Exception {
        try (var shell = shell()) {
            page(shell);
            click(shell, "#get-other");
            TextField name = shell.fx.find("#get-name");
            Fx.run(() -> name.setText("nonsense"));
            click(shell, "#get-start");
            assertTrue(shell.fx.<Labeled>find("#get-trouble").getText().startsWith("'nonsense' is not a model that can be downloaded."));
            Fx.run(() -> name.setText("o/none"));
            hub.missing("o/none");
            click(shell, "#get-start");
            Fx.until(() -> is(shell, "#install-token"), 30_000);
            click(shell, "#install-cancel");
            assertTrue(Fx.call(() -> is(shell, "#get-other")));
        }
    }

    @Test
    void noConnectionIsSaidAndCanBeTriedAgain() throws Exception {
        server.close();
        try (var shell = shell()) {
            page(shell);
            click(shell, "#get-csm-1b");
            click(shell, "#get-start");
            Fx.until(() -> shell.services.installs().state().get() instanceof ModelInstall.Failed, 30_000);
            shell.fx.png("get-failed.png");
            assertTrue(shell.fx.<Labeled>find("#install-state").getText().startsWith("The server 127.0.0.1 cannot be reached."));
            server = new TestServer();
            hub = new FakeHub(server);
            click(shell, "#install-continue");
            Fx.until(() -> shell.services.installs().state().get() instanceof ModelInstall.Failed, 30_000);
        }
    }

    @Test
    void aFolderDroppedOnThePaneOrTheWindowIsImported() throws Exception {
        var model = Files.createDirectories(home.resolve("mine"));
        try (var files = Files.list(Golden.folder("tiny-b"))) {
            for (var f : files.toList()) Files.copy(f, model.resolve(f.getFileName()));
        }
        try (var shell = shell()) {
            page(shell);
            Node pane = shell.fx.find("#install");
            assertTrue(shell.fx.drop(pane, files(model)));
            Fx.until(() -> is(shell, "#model-later"), 60_000);
            click(shell, "#model-later");
            shell.fx.key(KeyCode.ESCAPE);
            shell.fx.key(KeyCode.ESCAPE);
            assertTrue(shell.fx.drop(shell.fx.stage.getScene().getRoot(), files(model)));
            Fx.until(() -> shell.services.notices().all().stream().anyMatch(n -> n.sentence().startsWith("The model mine is ready.")), 60_000);
        }
    }

    private static ClipboardContent files(Path file) {
        var content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        return content;
    }
}
