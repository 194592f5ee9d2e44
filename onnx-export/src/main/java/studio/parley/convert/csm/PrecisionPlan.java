package studio.parley.convert.csm;

import java.util.Optional;
import studio.parley.convert.graph.DType;
import studio.parley.convert.quant.BlockQuantizer;
import studio.parley.convert.weights.Precision;

/** The storage format of each matrix of the language networks. The choice is explained in docs/decisions/0005. */
record PrecisionPlan(Precision precision) {
    /** Where a matrix is used: the depth decoder's layers are read K-1 times per frame, all others once. */
    enum Role { BACKBONE, DEPTH, HEAD }

    /** The blocks of a matrix with rows of {@code columns}, or nothing if it is stored as floats. */
    Optional<BlockQuantizer> blocks(Role role, int columns) {
        return switch (precision) {
            case FP32, FP16 -> Optional.empty();
            case INT8, COMPACT -> Optional.of(BlockQuantizer.EIGHT.fitting(columns));
            case INT4 -> Optional.of(four(role, columns).fitting(columns));
        };
    }

    private static BlockQuantizer four(Role role, int columns) {
        return switch (role) {
            case BACKBONE -> new BlockQuantizer(4, 128);
            case DEPTH -> new BlockQuantizer(4, halves(columns) ? 256 : 128);
            case HEAD -> BlockQuantizer.EIGHT;
        };
    }

    /** Whether a row's last block of 256 has values in both halves: a card reads the halves as blocks of their own. */
    private static boolean halves(int columns) {
        return (columns - 1) % 256 >= 128;
    }

    /** Whether embedding tables are stored in 8 bits. */
    boolean smallTables() {
        return precision == Precision.COMPACT;
    }

    /** Type of matrices that are not quantised, and of embedding tables. */
    DType floats() {
        return precision == Precision.FP32 ? DType.FLOAT : DType.FLOAT16;
    }
}
