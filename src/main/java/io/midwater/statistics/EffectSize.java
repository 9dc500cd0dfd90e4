package io.midwater.statistics;

import java.util.Locale;

/** How large a mean paired difference is, in its own standard deviations. */
public enum EffectSize {
    /** Below 0.2. */
    NEGLIGIBLE,
    /** Below 0.5. */
    SMALL,
    /** Below 0.8. */
    MEDIUM,
    LARGE;

    /** Cohen's d of paired differences, d_z: mean / s; NaN below two differences or where all are equal. */
    public static double dz(Moments differences) {
        double deviation = differences.deviation();
        return deviation > 0 ? differences.mean() / deviation : Double.NaN;
    }

    /** d_z less its bias in small samples (Hedges): × (1 − 3 / (4 (n − 1) − 1)). */
    public static double hedgesG(Moments differences) {
        return dz(differences) * (1 - 3.0 / (4.0 * (differences.n() - 1) - 1));
    }

    /** Cohen's words; null for NaN. */
    public static EffectSize of(double d) {
        if (Double.isNaN(d)) {
            return null;
        }
        double size = Math.abs(d);
        if (size < 0.2) {
            return NEGLIGIBLE;
        }
        if (size < 0.5) {
            return SMALL;
        }
        return size < 0.8 ? MEDIUM : LARGE;
    }

    /** In lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
