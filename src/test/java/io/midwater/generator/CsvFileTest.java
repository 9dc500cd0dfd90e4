package io.midwater.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void numbersAreWrittenLikeTheJdkWritesThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder expected = new StringBuilder("a,b\n");
        try (CsvFile file = new CsvFile(out, "a,b")) {
            for (long power = 1; power > 0; power = power > Long.MAX_VALUE / 10 ? -1 : power * 10) {
                for (long value : new long[] {power - 1, power, power + 1, -power}) {
                    file.number(value);
                    expected.append(value).append(',');
                }
            }
            file.number(Long.MAX_VALUE)
                    .number(Long.MIN_VALUE)
                    .number(7_904_794_000_126_040_569L)
                    .endRow();
            expected.append("9223372036854775807,-9223372036854775808,7904794000126040569\n");
            assertThat(file.bytes()).isEqualTo(expected.length());
        }
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(expected.toString());
    }
}
