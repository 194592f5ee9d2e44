package studio.parley.convert.graph;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.LongStream;
import studio.parley.convert.onnx.Onnx.AttributeProto;
import studio.parley.convert.onnx.Onnx.AttributeProto.AttributeType;

/** Attributes of nodes. */
public final class Attributes {
    private Attributes() {}

    public static AttributeProto of(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
    }

    public static AttributeProto of(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value).build();
    }

    public static AttributeProto of(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
    }

    public static AttributeProto of(String name, long... values) {
        List<Long> all = LongStream.of(values).boxed().toList();
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS).addAllInts(all).build();
    }
}
