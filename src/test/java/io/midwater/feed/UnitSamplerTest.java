package io.midwater.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.InputKind;
import io.midwater.domain.SecurityDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitSamplerTest {
    private static final String HEADER = "orderbookid,timestamp,bidprice,offerprice\n";
    private static final String ORDERS_HEADER = "order_id,timestamp,sequence,security_code,side,price,quantity,"
            + "leavesquantity,totalmatchedquantity,changereason,orderstatus\n";
    /** 2024-09-05, 10:00 in Sydney. */
    private static final long MORNING = 1_725_494_400_000_000_000L;

    private static final long DAY = 86_400_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void estimatesALargeFileFromSamples() throws IOException {
        // 1.5 million rows, half a day each on Thursday and Friday; of four rows three belong to security 1, one to 2.
        int rows = 1_500_000;
        StringBuilder text = new StringBuilder(ORDERS_HEADER);
        for (int i = 0; i < rows; i++) {
            long timestamp = MORNING + (i < rows / 2 ? 0 : DAY) + i;
            text.append(1_000_000 + i)
                    .append(',')
                    .append(timestamp)
                    .append(',')
                    .append(1_000_000 + i)
                    .append(i % 4 == 0 ? ",2" : ",1")
                    .append(",1,100,10,10,0,6,1\n");
        }
        UnitSample sample = sample(InputKind.ORDERS, text.toString());

        assertThat(sample.exact()).isFalse();
        assertThat(sample.kinds()).singleElement().satisfies(kind -> {
            assertThat(kind.rows()).isCloseTo(rows, Percentage.withPercentage(0.1));
            assertThat(kind.rejected()).isZero();
        });
        // 1.5 million × 3/4 × 1/2 = 562,500 rows of security 1 on each day.
        assertThat(sample.rows()).hasSize(4);
        assertThat(sample.rows().get(new SecurityDay(1, 19_971))).isCloseTo(562_500, Percentage.withPercentage(3));
        assertThat(sample.largestFirst().subList(0, 2)).allMatch(unit -> unit.securityCode() == 1);
        assertThat(sample.unitsAtMost(FeedOptions.defaults().calendar())).isEqualTo(4);
    }

    @Test
    void quotesAloneMakeNoUnit() throws IOException {
        UnitSample sample = sample(InputKind.QUOTES, HEADER + "7," + MORNING + ",10,11\n");

        assertThat(sample.exact()).isTrue();
        assertThat(sample.rows()).isEmpty();
        assertThat(sample.kinds().get(0).kept()).isEqualTo(1);
        assertThat(sample.skew()).isZero();
        assertThat(sample.unitsAtMost(FeedOptions.defaults().calendar())).isZero();
    }

    private UnitSample sample(InputKind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        InputSource source = new InputSource(kind, List.of(file.toString()), Map.of());
        Configuration configuration = new Configuration();
        FeedOptions options = FeedOptions.defaults();
        return UnitSampler.sample(configuration, InputFiles.list(configuration, List.of(source), options), options);
    }
}
