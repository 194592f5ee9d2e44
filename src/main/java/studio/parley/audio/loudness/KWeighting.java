package studio.parley.audio.loudness;

/** The K filter of ITU-R BS.1770-4 at any rate: a high shelf for the head, a high pass below 38 Hz. State of one channel. */
final class KWeighting {
    private final Biquad shelf;
    private final Biquad highPass;

    /** Direct form 2, transposed. */
    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double s1;
        private double s2;

        Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
            this.b0 = b0 / a0;
            this.b1 = b1 / a0;
            this.b2 = b2 / a0;
            this.a1 = a1 / a0;
            this.a2 = a2 / a0;
        }

        double next(double x) {
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            return y;
        }
    }

    /** The constants give the standard's coefficients at 48 kHz (Brecht De Man, "Evaluation of Implementations of EBU R128"). */
    KWeighting(int rate) {
        double k = Math.tan(Math.PI * 1681.974450955533 / rate);
        double q = 0.7071752369554196;
        double vh = Math.pow(10, 3.999843853973347 / 20);
        double vb = Math.pow(vh, 0.4996667741545416);
        shelf = new Biquad(vh + vb * k / q + k * k, 2 * (k * k - vh), vh - vb * k / q + k * k,
                1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k);
        double k2 = Math.tan(Math.PI * 38.13547087602444 / rate);
        double q2 = 0.5003270373238773;
        double a0 = 1 + k2 / q2 + k2 * k2;
        highPass = new Biquad(a0, -2 * a0, a0, a0, 2 * (k2 * k2 - 1), 1 - k2 / q2 + k2 * k2);
    }

    double next(double x) {
        return highPass.next(shelf.next(x));
    }
}
