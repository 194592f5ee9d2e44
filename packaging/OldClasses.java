package packaging;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Class files of Java 5 and older, in today's format. Java's ahead-of-time cache leaves them out, and with them every class that extends
 * them: without picocli a command starts twice as slowly.
 */
final class OldClasses implements AutoCloseable {
    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;
    private final URLClassLoader classes;
    private final ClassFile files;

    OldClasses(Path jar) throws IOException {
        classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var hierarchy = ClassHierarchyResolver.ofResourceParsing(classes).orElse(ClassHierarchyResolver.defaultResolver());
        // Newer formats carry the types at each branch (stack maps); they are computed here.
        files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    static boolean isOld(byte[] bytes) {
        return ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < JAVA_6;
    }

    byte[] raise(byte[] old) {
        var rebuilt = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return files.transformClass(files.parse(old), rebuilt.andThen(ClassTransform.endHandler(c -> c.withVersion(JAVA_8, 0))));
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
