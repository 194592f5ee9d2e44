package studio.parley.audio.dsp;

/** The Kaiser window: I0(beta sqrt(1 - x^2)) / I0(beta). */
public final class KaiserWindow {
    private KaiserWindow() {}

    /** The window with its middle at 0 and its edges at -1 and 1; 0 beyond. */
    public static double at(double x, double beta) {
        double inside = 1 - x * x;
        return inside < 0 ? 0 : bessel0(beta * Math.sqrt(inside)) / bessel0(beta);
    }

    /** Modified Bessel function of the first kind, order 0, by its power series. */
    private static double bessel0(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    /** sin(pi x) / (pi x). */
    static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
