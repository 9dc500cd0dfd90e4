package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two order rows with prices in dollars under headers that only a configuration explains. */
class InspectCommandTest {
    @TempDir
    private Path folder;

    private String orders;
    private String config;

    @BeforeEach
    void files() throws IOException {
        orders = write("orders.csv", """
                exchange_order_no;timestamp;sequence;security_code;side;price;quantity;open;totalmatchedquantity;\
                changereason;orderstatus
                1;1725494400000000000;1;7;1;3.39;10;10;0;6;1
                2;1725494400000000001;2;7;2;3.4;10;10;0;6;1
                """);
        config = write("desk.conf", """
                midwater {
                  input {
                    orders = [orders.csv]
                    trades = [trades.csv]
                    columns.orders { order_id = [exchange_order_no], leavesquantity = [open] }
                    csv.delimiter = ";"
                    price-decimals = 2
                  }
                  select.dates.from = 2025-01-01
                  output.path = out
                }
                """);
    }

    @Test
    void theConfigurationSaysHowFilesAreRead() throws IOException {
        Terminal inspect = Terminal.of("inspect", "--config", config, "--json", orders);

        assertThat(inspect.code()).as(inspect.out() + inspect.err()).isZero();
        JsonNode file = new ObjectMapper().readTree(inspect.out()).at("/files/0");
        assertThat(file.get("kind").asText()).isEqualTo("orders");
        // Both, though select.dates would leave them out.
        assertThat(file.get("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void theCommandLineGoesOverIt() throws IOException {
        Terminal fewer = Terminal.of("inspect", "--config", config, "--price-decimals", "1", "--json", orders);
        assertThat(new ObjectMapper()
                        .readTree(fewer.out())
                        .at("/files/0/reasons")
                        .toString())
                .isEqualTo("{\"PRICE_DECIMALS\":1}");

        Terminal commas = Terminal.of("inspect", "--config", config, "--delimiter", ",", orders);
        assertThat(commas.code()).isEqualTo(ExitCode.INPUT.code());
        assertThat(commas.out()).contains("it looks delimited by ';'");
    }

    @Test
    void withoutAConfigurationTheHeadersAreUnknown() {
        Terminal inspect = Terminal.of("inspect", "--delimiter", ";", "--price-decimals", "2", orders);

        assertThat(inspect.code()).isEqualTo(ExitCode.INPUT.code());
        assertThat(inspect.out()).contains("no column order_id, leavesquantity");
    }

    @Test
    void errorsNameTheOption() {
        assertUsage("--price-decimals", "10", "--price-decimals must be between 0 and 9, was 10");
        assertUsage("--price-decimals", "-1", "--price-decimals must be between 0 and 9, was -1");
        assertUsage(
                "--delimiter", "7", "--delimiter must be one ASCII character that is no letter, no digit and none of");
        assertUsage("--delimiter", "ab", "was 'ab'");
        assertUsage("--delimiter", "\"", "--delimiter must differ from the quote, both were '\"'");
        assertUsage("--config", "missing.conf", "configuration file cannot be read, was missing.conf");
    }

    private void assertUsage(String option, String value, String message) {
        Terminal inspect = Terminal.of("inspect", option, value, orders);
        assertThat(inspect.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(inspect.err()).contains(message).doesNotContain("\tat ");
        assertThat(inspect.out()).isEmpty();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
