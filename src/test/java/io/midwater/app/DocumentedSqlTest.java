package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every SQL statement of README.md and docs/ gives an answer. Those of docs/querying.md: {@link QueryingDocTest}. */
class DocumentedSqlTest {
    private static Connection duck;

    @BeforeAll
    static void open() throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @TestFactory
    Stream<DynamicTest> statements() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : DocumentedCommands.pages()) {
            for (String sql : DocumentedSql.blocks(page)) {
                if (!page.endsWith("querying.md") || !sql.contains("\n")) {
                    tests.add(DynamicTest.dynamicTest(page + ": " + sql, () -> answers(sql)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    private static void answers(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            int filled = 0;
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                if (rows.getObject(column) != null) {
                    filled++;
                }
            }
            assertThat(filled).as(sql).isPositive();
        }
    }

    @Test
    void failedUnitsOfThePageAreThoseOfTheEarlierRun() throws SQLException, IOException {
        // Two securities on two dates.
        assertThat(column("status = 'failed'", "reason")).hasSize(4).containsOnly("INVARIANT_BROKEN");
    }

    @Test
    void publishedCostOfThePageIsTheOneMadeAgain() throws SQLException, IOException {
        List<String> published = column("AS published", "published");
        assertThat(published).isNotEmpty().isEqualTo(column("AS published", "again"));
    }

    @Test
    void theRejectedRowOfThePageIsTheOneWritten() throws SQLException, IOException {
        assertThat(column("/rejects/", "raw")).containsExactly("no order");
    }

    /** A column of the answer to the statement of docs/faq.md that contains a text. */
    private static List<String> column(String text, String name) throws SQLException, IOException {
        String sql = DocumentedSql.blocks(Path.of("docs", "faq.md")).stream()
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(name));
            }
            return values;
        }
    }
}
