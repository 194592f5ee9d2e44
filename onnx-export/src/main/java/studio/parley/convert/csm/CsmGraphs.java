package studio.parley.convert.csm;

import java.nio.file.Path;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.Weights;

/** The graphs of one checkpoint's language networks for one device, over a weight file that devices share. */
public final class CsmGraphs {
    private final CsmGraphContext language;
    private final CsmConfig config;

    public CsmGraphs(Weights weights, CsmConfig config, Precision precision, Target target, WeightFile file) {
        this.language = new CsmGraphContext(weights, file, new PrecisionPlan(precision), target);
        this.config = config;
    }

    /** Saves both graphs and declares their tensors in the weight file, which must be written afterwards. */
    public void save(Path folder, int context, DebugOutputs exposure) {
        var target = language.target();
        new BackboneGraph(language, config).build(context, exposure).save(folder.resolve(target.backbone()));
        new DepthDecoderGraph(language, config).build(exposure).save(folder.resolve(target.depthDecoder()));
    }
}
