package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ONNX Runtime, CUDA and the loaders of Linux and Windows write, and what is said. */
class CardTroubleTest {
    private static final String PLACE = " ; GPU=0 ; hostname=vm ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider.cc ; line=278 ; expr=cudaSetDevice(info_.device_id);";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Failed to load library libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file or directory | libcublasLt.so.12 of CUDA 12 is missing | --with-cuda",
        "Failed to load library /home/a b/natives/libonnxruntime_providers_cuda.so with error: libcuda.so.1: cannot open shared object file: No such file or directory | no NVIDIA driver is installed | driver",
        "libcudnn_graph.so.9: cannot open shared object file: No such file or directory | libcudnn_graph.so.9 of cuDNN 9 is missing | --with-cuda",
        "Error loading \"C:\\Users\\a\\onnxruntime_providers_cuda.dll\" which depends on \"cublasLt64_12.dll\" which is missing. (Error 126: \"The specified module could not be found.\") | cublasLt64_12.dll of CUDA 12 is missing | --with-cuda",
        "Error loading \"C:\\x\\onnxruntime_providers_cuda.dll\" which depends on \"cudnn64_9.dll\" which is missing. (Error 126) | cudnn64_9.dll of cuDNN 9 is missing | --with-cuda",
        "Error loading \"C:\\x\\onnxruntime_providers_cuda.dll\" which depends on \"nvcuda.dll\" which is missing. | no NVIDIA driver is installed | driver",
        "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version | its driver is too old for CUDA 12 | 525",
        "CUDA failure 100: no CUDA-capable device is detected | no NVIDIA graphics card was found | nvidia-smi",
        "CUDA failure 101: invalid device ordinal | no NVIDIA graphics card was found | nvidia-smi",
        "CUDA failure 2: out of memory | its memory is full | Close other programs",
        "Non-zero status code returned while running MatMul node. Name:'/m' Status Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 4096 | its memory is full | Close",
        "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED | its memory is full | Close",
        "CUDA failure 209: no kernel image is available for execution on the device | too old, or too new | --device cpu",
        "CUDA failure 803: system has unsupported display driver / cuda driver combination | updated while the computer was running | Restart the computer",
        "CUDA failure 46: all CUDA-capable devices are busy or unavailable | another program uses it alone | Close that program",
        "CUDNN failure 1001: CUDNN_STATUS_NOT_INITIALIZED | cuDNN 9 cannot be loaded | --with-cuda",
        "CUDA failure 700: an illegal memory access was encountered | it reported an error and stopped | driver",
        "CUDA failure 999: unknown error | it reported an error and stopped | driver",
        "CUDA execution provider is not enabled in this build. | no support for it | gpu setup",
        "something that nobody has seen before | it reported an error | log"})
    void aMessageBecomesASentence(String raw, String reason, String step) {
        var sentence = CardTrouble.of(raw + PLACE).sentence();
        assertTrue(sentence.startsWith("The graphics card cannot be used (") && sentence.endsWith("."), sentence);
        assertTrue(sentence.contains(reason) && sentence.contains(step), sentence);
        for (var internal : new String[] {"onnxruntime_src", "failure", "hostname", "Status", "providers_cuda"}) assertFalse(sentence.contains(internal), sentence);
    }
}
