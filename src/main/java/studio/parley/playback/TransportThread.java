package studio.parley.playback;

import studio.parley.problem.Problem;

/** The transport's thread: does what the {@link TransportController} decides, tells the listener, feeds the meter. */
final class TransportThread implements Runnable {
    /** -80 dBFS. */
    private static final float SILENCE = 1e-4f;
    private static final double GRAIN_SECONDS = 0.06;
    private static final double GRAIN_RAMP_SECONDS = 0.01;

    private final TransportController deck;
    private final TransportListener listener;
    private final LevelMeter meter;
    private final double rampSeconds;
    private final Prefetcher ahead = new Prefetcher();
    private final StretchedSource stretched = new StretchedSource();

    TransportThread(TransportController deck, TransportListener listener, LevelMeter meter, double rampSeconds) {
        this.deck = deck;
        this.listener = listener;
        this.meter = meter;
        this.rampSeconds = rampSeconds;
    }

    @Override
    public void run() {
        try {
            while (step()) {
                // One job after the other.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() throws InterruptedException {
        var source = deck.source();
        TransportCommand job;
        try {
            var place = deck.place();
            job = deck.next(place == null ? null : SourceStatus.of(source, place));
        } catch (RuntimeException | Error e) {
            deck.failed(problem(e), false);
            return true;
        }
        for (var piece : deck.heard()) meter.feed(source.rate(), piece, piece.length);
        if (job instanceof TransportCommand.Quit) return false;
        perform(job);
        return true;
    }

    private void perform(TransportCommand job) {
        switch (job) {
            case TransportCommand.Tell tell -> tell(tell.event());
            case TransportCommand.Play play -> play(play);
            case TransportCommand.Grain grain -> grain(grain);
            case TransportCommand.Open open -> onDevice(() -> deck.opened(open.opener().open(open.rate())));
            case TransportCommand.Flush flush -> onDevice(() -> deck.flushed(flush.out().flush()));
            case TransportCommand.Close close -> quietly(close.out());
            case TransportCommand.Look _, TransportCommand.Quit _ -> { }
        }
    }

    private void tell(TransportEvent event) {
        try {
            listener.heard(event);
        } catch (RuntimeException e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void play(TransportCommand.Play job) {
        float[] samples;
        try {
            samples = read(job, job.source());
            int ramp = (int) Math.round(rampSeconds * job.source().rate());
            if (job.begins() && ramp > 0 && cuts(job)) DeclickRamp.in(samples, ramp);
            else if (!job.begins() && job.before() != null && ramp > 0 && !job.stretched()) DeclickRamp.across(read(job, job.before()), samples, ramp);
        } catch (RuntimeException | Error e) {
            deck.failed(problem(e), false);
            return;
        }
        if (!deck.handing(job, samples)) return;
        if (job.stretched()) stretched.heard();
        onDevice(() -> job.out().play(samples));
        ahead.at(job.source(), (long) job.from().frame());
    }

    /** Playing begins inside a sound: right before it is not silence. */
    private static boolean cuts(TransportCommand.Play job) {
        return Math.abs(job.source().read((long) job.from().frame() - 1, 1).at(0, 0)) > SILENCE;
    }

    private float[] read(TransportCommand.Play job, AudioSource source) {
        if (job.step() == 1) return source.read((long) job.from().frame(), job.count()).samples(0);
        if (job.stretched()) return stretched.read(source, job.from().frame(), job.step(), job.count());
        return Varispeed.read(source, job.from().frame(), job.step(), job.count());
    }

    private void grain(TransportCommand.Grain job) {
        int rate = job.source().rate();
        float[] samples;
        try {
            samples = job.source().read(job.frame(), (int) (rate * GRAIN_SECONDS)).samples(0);
        } catch (RuntimeException | Error e) {
            deck.failed(problem(e), false);
            return;
        }
        DeclickRamp.in(samples, (int) (rate * GRAIN_RAMP_SECONDS));
        DeclickRamp.out(samples, (int) (rate * GRAIN_RAMP_SECONDS));
        deck.handingGrain(samples.length);
        onDevice(() -> job.out().play(samples));
        meter.feed(rate, samples, samples.length);
    }

    private void onDevice(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            var out = deck.failed(problem(e), true);
            if (out != null) quietly(out);
        }
    }

    private static void quietly(AudioOut out) {
        try {
            out.close();
        } catch (RuntimeException e) {
            // A device that is lost may refuse even this; there is nothing more to do with it.
        }
    }

    private static Problem problem(Throwable e) {
        if (e instanceof Problem p) return p;
        return new Problem(Problem.Kind.INPUT, "Playback stopped because of an internal error (" + e + "). Press play to try again.",
                e);
    }
}
