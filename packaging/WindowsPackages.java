package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder that runs anywhere (zip) and an installer (msi). {@code parley.exe} is the command; {@code Parley Studio.exe} opens the window
 * without a console.
 */
record WindowsPackages(Package.Build build) implements Package.Packages {
    @Override
    public Path program() throws Exception {
        new AppImage(build, "parley").make(List.of("--app-version", build.version(), "--icon", build.resource("windows/parley.ico").toString(),
                "--win-console", "--add-launcher", "Parley Studio=" + build.resource("windows/studio.properties")));
        var root = build.out().resolve("Parley");
        // Windows sees no difference between the two names, so by way of a third.
        Files.move(build.out().resolve("parley"), build.work().resolve("image"));
        Files.move(build.work().resolve("image"), root);
        AppImage.configure(root.resolve("app"));
        Tool.date(root, build.date());
        new StartUp(root.resolve("runtime"), root.resolve("app")).record(build.work());
        for (var program : List.of("parley.exe", "Parley Studio.exe")) sign(root.resolve(program));
        return root;
    }

    /** If WINDOWS_SIGNING_COMMAND is set, such as {@code signtool sign /fd SHA256 /a}; the file's name is added. */
    private void sign(Path file) throws Exception {
        var command = Optional.ofNullable(System.getenv("WINDOWS_SIGNING_COMMAND")).filter(c -> !c.isBlank());
        if (command.isPresent()) Tool.run(build.out(), Map.of(), "cmd", "/c", command.get() + " \"" + file + "\"");
    }

    @Override
    public void packages(Path program) throws Exception {
        var name = "Parley-" + build.version() + "-" + build.target().label;
        Tool.jdk("jar", "--create", "--no-manifest", "--file", build.out().resolve(name + ".zip"), "-C", build.out(), program.getFileName());
        var wxs = build.work().resolve("parley.wxs");
        Files.writeString(wxs, WindowsInstaller.source(program, build.version(), build.resource("windows/parley.ico")));
        var wix = Path.of(Optional.ofNullable(System.getenv("WIX")).orElse(""), "bin");
        Tool.run(build.work(), Map.of(), wix.resolve("candle"), "-nologo", "-arch", "x64", wxs);
        Tool.run(build.work(), Map.of(), wix.resolve("light"), "-nologo", "-sval", "-out", build.out().resolve(name + ".msi"), "parley.wixobj");
        sign(build.out().resolve(name + ".msi"));
    }
}
