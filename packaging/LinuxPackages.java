package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder that runs anywhere (tar.gz), and packages for Debian and RPM that put it into {@code /usr/lib/parley}. */
record LinuxPackages(Package.Build build) implements Package.Packages {
    static final String ID = "studio.parley.Parley";

    @Override
    public Path program() throws Exception {
        var root = build.out().resolve("parley-" + build.version());
        build.fill(root.resolve("runtime"), root.resolve("app"));
        var launcher = root.resolve("bin/parley");
        var options = StartUp.OPTIONS.stream().map(o -> '"' + o + '"').collect(Collectors.joining(" "));
        Tool.fill(build.resource("linux/parley.sh"), launcher, Map.of("options", options));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        new StartUp(root.resolve("runtime"), root.resolve("app")).record(build.work());
        share(root.resolve("share"));
        modes(root);
        Tool.date(root, build.date());
        return root;
    }

    /** Desktop entry, icon, file type and description, where the freedesktop.org specifications look for them. */
    private void share(Path share) throws Exception {
        var values = Map.of("version", build.version(), "date", build.date().toString().substring(0, 10));
        Tool.fill(build.resource("linux/" + ID + ".desktop"), share.resolve("applications/" + ID + ".desktop"), values);
        Tool.fill(build.resource("linux/" + ID + ".metainfo.xml"), share.resolve("metainfo/" + ID + ".metainfo.xml"), values);
        Tool.fill(build.resource("linux/" + ID + ".mime.xml"), share.resolve("mime/packages/" + ID + ".xml"), values);
        for (var icon : Map.of("icon.svg", "scalable/apps/" + ID + ".svg", "icon.png", "256x256/apps/" + ID + ".png").entrySet()) {
            var file = share.resolve("icons/hicolor").resolve(icon.getValue());
            Files.createDirectories(file.getParent());
            Files.copy(build.resource(icon.getKey()), file);
        }
    }

    /** Readable by every user, whatever the umask of the build. */
    private static void modes(Path root) throws Exception {
        try (var all = Files.walk(root)) {
            for (var file : (Iterable<Path>) all::iterator) {
                boolean run = Files.isDirectory(file) || Files.isExecutable(file) && !file.toString().contains("/app/");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    @Override
    public void packages(Path program) throws Exception {
        var time = String.valueOf(build.date().toMillis() / 1000);
        Tool.run(build.out(), Map.of(), "tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-czf",
                "parley-" + build.version() + "-" + build.target().label + ".tar.gz", program.getFileName());
        var tree = tree(program);
        debian(tree, time);
        rpm(tree, time);
    }

    /** What both packages install. */
    private Path tree(Path program) throws Exception {
        var tree = build.work().resolve("tree");
        Tool.copy(program.resolve("share"), tree.resolve("usr/share"));
        for (var part : new String[] {"app", "bin", "runtime"}) Tool.copy(program.resolve(part), tree.resolve("usr/lib/parley").resolve(part));
        Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(tree.resolve("usr/bin/parley"), Path.of("../lib/parley/bin/parley"));
        var man = tree.resolve("usr/share/man/man1/parley.1");
        Tool.fill(build.resource("linux/parley.1"), man, Map.of("version", build.version(), "date", build.date().toString().substring(0, 10)));
        Tool.run(build.work(), Map.of(), "gzip", "-9n", man);
        var documents = Files.createDirectories(tree.resolve("usr/share/doc/parley"));
        Tool.fill(build.resource("linux/copyright"), documents.resolve("copyright"), Map.of());
        Files.move(tree.resolve("usr/lib/parley/app/THIRD-PARTY.txt"), documents.resolve("THIRD-PARTY.txt"));
        modes(tree);
        Tool.date(tree, build.date());
        return tree;
    }

    private void debian(Path tree, String time) throws Exception {
        var root = build.work().resolve("deb");
        Tool.run(build.work(), Map.of(), "cp", "-a", tree, root);
        Tool.fill(build.resource("linux/control"), root.resolve("DEBIAN/control"), Map.of("version", build.version(), "architecture", build.target().debian(),
                "size", String.valueOf(Tool.size(tree) / 1024)));
        Tool.run(build.work(), Map.of("SOURCE_DATE_EPOCH", time), "dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", root,
                build.out().resolve("parley_" + build.version() + "_" + build.target().debian() + ".deb"));
    }

    private void rpm(Path tree, String time) throws Exception {
        var spec = build.work().resolve("parley.spec");
        Tool.fill(build.resource("linux/parley.spec"), spec, Map.of("version", build.version(), "tree", tree.toString()));
        Tool.run(build.work(), Map.of("SOURCE_DATE_EPOCH", time), "rpmbuild", "-bb", "--quiet", "--target", build.target().rpm(), "--define",
                "_topdir " + build.work().resolve("rpm"), "--define", "_rpmdir " + build.out(), "--define", "_rpmfilename %{NAME}-%{VERSION}.%{ARCH}.rpm", spec);
    }
}
