package studio.parley.onnx;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.io.ProcessEnvironment;
import studio.parley.io.TempFolder;

/**
 * Loads ONNX Runtime's libraries so that they neither write nor send anything. Telemetry is on by default and can only be disabled by the
 * environment of the process before the library is loaded. The official loader creates a folder in the system's temporary folder that stays
 * after a kill, so its steps are done here; {@code NativeLibrariesTest} checks both against the version in use.
 */
final class LibraryLoader {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryLoader.class);
    private static final String CLASS = "ai.onnxruntime.OnnxRuntime";
    /** The version of the interface that the official classes request. */
    private static final int INTERFACE = 23;

    private LibraryLoader() {}

    /**
     * Loads both core libraries; once per process. Each comes from the first of the folders from which it can be loaded: if only the second
     * library of the first folder fails, the first one is in use already and cannot be loaded again, and both are of one version.
     *
     * @return the folder of the first library
     * @throws LinkageError if one can be loaded from none
     */
    static Path load(List<Path> folders) {
        ProcessEnvironment.set("ORT_DISABLE_TELEMETRY", "1");
        var folder = loadFirst(folders, NativeLibraries.CORE.getFirst());
        for (var name : NativeLibraries.CORE.subList(1, NativeLibraries.CORE.size())) loadFirst(folders, name);
        try {
            initialise(Class.forName(CLASS), folder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(CLASS + " is not the one this was written for", e);
        }
        return folder;
    }

    private static Path loadFirst(List<Path> folders, String name) {
        for (var folder : folders) {
            try {
                System.load(folder.resolve(System.mapLibraryName(name)).toString());
                return folder;
            } catch (UnsatisfiedLinkError e) {
                if (folder.equals(folders.getLast())) throw e;
                LOG.warn("{} could not be loaded from {}: {}", name, folder, e.getMessage());
            }
        }
        throw new IllegalArgumentException("no folder");
    }

    /** The steps of {@code OnnxRuntime.init} after loading. */
    private static void initialise(Class<?> runtime, Path folder) throws ReflectiveOperationException {
        field(runtime, "libraryDirPathProperty").set(null, folder.toString());
        field(runtime, "tempDirectory").set(null, TempFolder.ofProcess());
        var api = (long) call(runtime, "initialiseAPIBase", INTERFACE);
        if (api == 0) throw new UnsatisfiedLinkError("the library in " + folder + " is older than Parley needs");
        var training = (long) call(runtime, "initialiseTrainingAPIBase", api, INTERFACE);
        field(runtime, "ortApiHandle").setLong(null, api);
        field(runtime, "ortTrainingApiHandle").setLong(null, training);
        field(runtime, "ortCompileApiHandle").setLong(null, (long) call(runtime, "initialiseCompileAPIBase", api));
        field(runtime, "trainingEnabled").setBoolean(null, training != 0);
        field(runtime, "providers").set(null, call(runtime, "initialiseProviders", api));
        field(runtime, "version").set(null, call(runtime, "initialiseVersion"));
        field(runtime, "loaded").setBoolean(null, true);
    }

    private static Field field(Class<?> runtime, String name) throws ReflectiveOperationException {
        var field = runtime.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Object call(Class<?> runtime, String name, Object... arguments) throws ReflectiveOperationException {
        var types = java.util.Arrays.stream(arguments).map(a -> a instanceof Long ? long.class : int.class).toArray(Class<?>[]::new);
        var method = runtime.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }
}
