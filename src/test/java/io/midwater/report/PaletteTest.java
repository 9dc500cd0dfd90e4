package io.midwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Series stay apart for every kind of colour vision. How colours look to people without one kind of cone is simulated as in
 * G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", 2009 (severity 1); how far apart they are is the distance in Oklab (B. Ottosson, 2020), 0 to 1.
 */
class PaletteTest {
    private static final double APART = 0.07;
    private static final Pattern SERIES = Pattern.compile("--series-\\d: #([0-9a-f]{6})");

    enum Vision {
        NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        PROTANOPIA(new double[][] {
            {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
        }),
        DEUTERANOPIA(new double[][] {
            {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
        }),
        TRITANOPIA(new double[][] {
            {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
        });

        @SuppressWarnings("ImmutableEnumChecker")
        private final double[][] matrix;

        Vision(double[][] matrix) {
            this.matrix = matrix;
        }
    }

    @ParameterizedTest
    @EnumSource
    void seriesStayApart(Vision vision) throws IOException {
        List<String> colours = colours();
        assertThat(colours).hasSize(2 * Palette.SERIES);
        for (int screen = 0; screen < 2; screen++) {
            List<String> series = colours.subList(screen * Palette.SERIES, (screen + 1) * Palette.SERIES);
            for (int i = 0; i < series.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(seen(series.get(i), vision), seen(series.get(j), vision)))
                            .as(series.get(i) + " and " + series.get(j))
                            .isGreaterThan(APART);
                }
            }
        }
    }

    /** Of series on light paper, then on a dark screen. */
    private static List<String> colours() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            String style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SERIES.matcher(style)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** In Oklab. */
    private static double[] seen(String colour, Vision vision) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            light[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        double[] rgb = times(vision.matrix, light);
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.max(0, Math.min(1, rgb[i]));
        }
        double[] cones = times(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                rgb);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                cones);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return product;
    }
}
