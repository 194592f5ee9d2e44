package studio.parley.studio.model.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.convert.checkpoint.CheckpointParts;
import studio.parley.download.AccessProblem;
import studio.parley.download.Downloader;
import studio.parley.download.Http;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Token;
import studio.parley.download.hub.Hub;
import studio.parley.download.hub.HubRepository;
import studio.parley.download.hub.HubTokens;
import studio.parley.download.hub.RepositoryName;
import studio.parley.problem.Problem;
import studio.parley.studio.model.install.DownloadJob.Plan;

/** Fetches everything that a conversion reads: the checkpoint, and codec and tokenizer if it contains none. Only what is needed. */
final class CheckpointDownload {
    private static final String TOKENIZER = "tokenizer.json";
    private final DownloadJob job;
    private final HubTokens tokens;
    private final Optional<Token> given;
    private final InstallMeter meter;
    private final Hub hub;
    private final Downloader downloader;

    /** @param given a token that the user has just given; kept if it is accepted */
    CheckpointDownload(Http http, NetworkOptions network, DownloadJob job, HubTokens tokens, Optional<Token> given, InstallMeter meter) {
        this.job = job;
        this.tokens = tokens;
        this.given = given;
        this.meter = meter;
        this.hub = new Hub(http, network, meter::on);
        this.downloader = new Downloader(http, meter::on);
    }

    /** What is to be downloaded: as an earlier attempt had it, or the present commit of the first repository that can be read. */
    Plan plan() {
        var earlier = job.plan();
        if (earlier.isPresent()) return earlier.get();
        var names = job.source().repositories();
        for (var name : names.subList(0, names.size() - 1)) {
            try {
                return plan(name);
            } catch (Problem notHere) {
                if (notHere.kind() != Problem.Kind.MODEL) throw notHere;
            }
        }
        return plan(names.getLast());
    }

    private Plan plan(RepositoryName name) {
        var repository = look(name);
        var small = CheckpointParts.small(repository.names());
        var folder = fetch(Snapshot.of(repository, small));
        var weights = CheckpointParts.weights(folder, repository.names(), name.toString());
        var files = Stream.concat(small.stream(), weights.stream()).distinct().toList();
        var plan = new Plan(Snapshot.of(repository, files), Optional.empty(), Optional.empty());
        if (!small.contains(TOKENIZER)) plan = plan.withTokenizer(Snapshot.of(look(ModelSource.TOKENIZER), List.of(TOKENIZER)));
        job.write(plan);
        return plan;
    }

    /** Downloads what is missing; afterwards everything is here. */
    Plan run(Plan plan) {
        try {
            fetch(plan);
            if (plan.codec().isPresent() || CheckpointParts.hasCodec(plan.checkpoint().folder(job.folder()))) return plan;
            var whole = plan.withCodec(Snapshot.of(look(ModelSource.CODEC), List.of("config.json", "model.safetensors")));
            job.write(whole);
            fetch(whole);
            return whole;
        } catch (Problem p) {
            // A commit that has vanished, or files that are not as announced, are looked up again the next time.
            if (p.kind() == Problem.Kind.MODEL && !(p instanceof AccessProblem)) job.forget();
            throw p;
        }
    }

    private void fetch(Plan plan) {
        long before = 0;
        for (var part : plan.parts()) {
            meter.part(before, plan.bytes());
            fetch(part);
            before += part.bytes();
        }
    }

    private Path fetch(Snapshot part) {
        var token = part.locked() ? token() : Optional.<Token>empty();
        var folder = part.folder(job.folder());
        downloader.run(part.files(), folder, token, part.page());
        if (token.isPresent()) given.ifPresent(tokens::keep);
        return folder;
    }

    private HubRepository look(RepositoryName name) {
        return hub.repository(name, token());
    }

    private Optional<Token> token() {
        return given.or(tokens::find);
    }
}
