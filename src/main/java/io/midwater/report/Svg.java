package io.midwater.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;

/** Draws charts as SVG that is part of the page: its fonts and, through variables, its colours. */
final class Svg {
    private static final Pattern PROLOG = Pattern.compile("^.*?<svg[^>]*>", Pattern.DOTALL);
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}(?:E-?\\d+)?");
    private static final Pattern FONT = Pattern.compile("font-family:[^;]*?;(?=[a-z\"])");
    private static final Pattern TEXT_FONT = Pattern.compile("font-family:&quot;[^&]*&quot;;");
    private static final Pattern CLIP = Pattern.compile("clip(-?\\d+)");
    private static final Pattern BETWEEN = Pattern.compile(">\\s+<");

    private final int id;

    /** @param id of the chart, different for every picture of a page */
    Svg(int id) {
        this.id = id;
    }

    String draw(JFreeChart chart, int width, int height) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return embedded(bytes.toString(StandardCharsets.UTF_8), width, height);
    }

    private String embedded(String file, int width, int height) {
        String svg = BETWEEN.matcher(PROLOG.matcher(file).replaceFirst("")).replaceAll("><");
        svg = FONT.matcher(TEXT_FONT.matcher(svg).replaceAll("")).replaceAll("");
        svg = CLIP.matcher(svg).replaceAll("c" + id + "_$1");
        svg = LONG_NUMBER.matcher(svg).replaceAll(Svg::rounded);
        for (Map.Entry<String, String> colour : Palette.variables().entrySet()) {
            svg = svg.replace(colour.getKey(), colour.getValue());
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" aria-hidden=\"true\" focusable=\"false\">" + svg.strip();
    }

    private static String rounded(MatchResult number) {
        BigDecimal value = new BigDecimal(number.group()).setScale(1, RoundingMode.HALF_EVEN);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
