package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Parley.app} and a disk image; signed if {@code MAC_SIGNING_IDENTITY} names a certificate in the keychain. */
record MacPackages(Package.Build build) implements Package.Packages {
    @Override
    public Path program() throws Exception {
        new AppImage(build, "Parley").make(List.of("--app-version", "1.0", "--icon", build.resource("mac/parley.icns").toString(),
                "--mac-package-identifier", LinuxPackages.ID, "--mac-app-category", "public.app-category.music",
                "--file-associations", build.resource("mac/project.properties").toString()));
        var root = build.out().resolve("Parley.app");
        var app = root.resolve("Contents/app");
        AppImage.configure(app);
        Tool.date(app, build.date());
        new StartUp(root.resolve("Contents/runtime/Contents/Home"), app).record(build.work());
        var command = root.resolve("Contents/Resources/parley");
        Files.copy(build.resource("mac/parley.sh"), command);
        command.toFile().setExecutable(true, false);
        // jpackage refuses a version that begins with 0.
        for (var key : List.of("CFBundleShortVersionString", "CFBundleVersion")) {
            Tool.run(build.out(), Map.of(), "plutil", "-replace", key, "-string", build.version(), root.resolve("Contents/Info.plist"));
        }
        sign(root);
        return root;
    }

    /** Without a certificate with the signature that Apple silicon requires of any program. */
    private void sign(Path root) throws Exception {
        var identity = Optional.ofNullable(System.getenv("MAC_SIGNING_IDENTITY")).filter(i -> !i.isBlank());
        var words = new ArrayList<Object>(List.of("codesign", "--force", "--deep", "--sign", identity.orElse("-"), "--options", "runtime",
                "--entitlements", build.resource("mac/entitlements.plist")));
        if (identity.isPresent()) words.add("--timestamp");
        words.add(root);
        Tool.run(build.out(), Map.of(), words.toArray());
    }

    @Override
    public void packages(Path program) throws Exception {
        Tool.jdk("jpackage", "--type", "dmg", "--name", "Parley", "--app-version", "1.0", "--app-image", program, "--dest", build.work());
        Files.move(build.work().resolve("Parley-1.0.dmg"), build.out().resolve("Parley-" + build.version() + "-" + build.target().label + ".dmg"));
    }
}
