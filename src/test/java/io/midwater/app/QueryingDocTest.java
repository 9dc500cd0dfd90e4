package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every SQL statement of docs/querying.md, run as it is printed against an output of the whole job. */
class QueryingDocTest {
    private static final Path PAGE = Path.of("docs", "querying.md");
    private static Path results;
    private static Connection duck;

    @BeforeAll
    static void outputOfAGeneratedMarket() throws IOException, SQLException {
        results = DocumentedSql.results();
        duck = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duck.createStatement()) {
            statement.execute(blocks("DuckDB").get(0));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        if (duck != null) {
            duck.close();
        }
    }

    static List<String> questions() throws IOException {
        return blocks("Ten questions");
    }

    @Test
    void thereAreTenQuestions() throws IOException {
        assertThat(questions()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionHasAnAnswer(String query) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(rows.getMetaData().getColumnLabel(column)).as(query).matches("[a-z_]+");
            }
        }
    }

    @Test
    void fillRatioOfThePageIsThePublishedOne() throws SQLException, IOException {
        // One row for each of 2 securities on 2 dates, in the order of both queries.
        String published =
                "SELECT fill_ratio FROM '" + results + "/aggregated/time_series.parquet' ORDER BY security_code, date";
        try (Statement ours = duck.createStatement();
                Statement theirs = duck.createStatement();
                ResultSet asked = ours.executeQuery(questions().get(0));
                ResultSet expected = theirs.executeQuery(published)) {
            for (int row = 0; row < 4; row++) {
                assertThat(asked.next() && expected.next()).isTrue();
                assertThat(asked.getDouble("fill_ratio")).isEqualTo(expected.getDouble("fill_ratio"));
            }
            assertThat(asked.next() || expected.next()).isFalse();
        }
    }

    @Test
    void everyDarkMatchOfThePageHasItsQuote() throws SQLException, IOException {
        String page = questions().get(7).replaceAll("\\sLIMIT 10;", "");
        try (Statement statement = duck.createStatement();
                ResultSet asked = statement.executeQuery("SELECT sum(matches) - (SELECT count(*) FROM trades"
                        + " WHERE trade_class = 'DARK' AND side = 1), count(*) FROM (" + page + ")")) {
            assertThat(asked.next()).isTrue();
            assertThat(asked.getLong(1)).isZero();
            assertThat(asked.getLong(2)).isPositive();
        }
    }

    @Test
    void sparkReadsTheSameTables() throws IOException {
        String[] statements = blocks("Spark SQL").get(0).split(";\\s*");
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .getOrCreate()) {
            List<Row> rows = List.of();
            for (String statement : statements) {
                rows = spark.sql(statement).collectAsList();
            }
            // The market has sweeps, lit orders and blocks at least.
            assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.<Long>getAs("orders")).isPositive());
        }
    }

    private static List<String> blocks(String section) throws IOException {
        return DocumentedSql.blocks(PAGE, section);
    }
}
