package io.midwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.midwater.app.explain.Explanation;
import io.midwater.audit.Audit;
import io.midwater.audit.ColumnDifference;
import io.midwater.audit.Comparison;
import io.midwater.audit.Mismatch;
import io.midwater.audit.TableDifference;
import io.midwater.control.Reconciliation;
import io.midwater.control.RunManifest;
import io.midwater.control.UnitSelection;
import io.midwater.control.UnitSums;
import io.midwater.domain.Finding;
import io.midwater.generator.GeneratorSummary;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/json.md names every field of every answer in the section of its command. */
class JsonDocTest {
    private static final Map<String, List<Class<?>>> ANSWERS = Map.of(
            "run", List.of(RunOutcome.Answer.class, RunOutcome.Failure.class),
            "plan",
                    List.of(
                            RunPlan.class,
                            RunPlan.Kind.class,
                            RunPlan.Work.class,
                            RunPlan.Unit.class,
                            RunPlan.File.class),
            "explain", List.of(Explanation.class, Explanation.Day.class, Explanation.Section.class),
            "verify", List.of(Audit.class, Mismatch.class),
            "compare", List.of(Comparison.class, TableDifference.class, ColumnDifference.class),
            "generate, report", List.of(GeneratorSummary.class),
            "runs/RUN/manifest.json",
                    List.of(
                            RunManifest.class,
                            RunManifest.Input.class,
                            RunManifest.Unit.class,
                            RunManifest.File.class,
                            UnitSelection.class),
            "runs/RUN/reconciliation.json", List.of(Reconciliation.class, Reconciliation.Rows.class, UnitSums.class));

    @Test
    void everyFieldIsNamed() throws IOException {
        for (Map.Entry<String, List<Class<?>>> answer : ANSWERS.entrySet()) {
            String section = section("json.md", answer.getKey());
            for (Class<?> type : answer.getValue()) {
                for (RecordComponent field : type.getRecordComponents()) {
                    assertThat(section)
                            .as(answer.getKey())
                            .contains("`" + new SnakeCaseStrategy().translate(field.getName()) + "`");
                }
            }
        }
        assertThat(section("json.md", "verify")).contains(names(Mismatch.Kind.values()));
    }

    @Test
    void theLedgerIsAsDescribed() throws IOException {
        String columns = Ledger.csv(List.of()).strip().replace("\"", "");
        assertThat(section("json.md", "runs/RUN/units.csv")).contains("`" + columns.replace(",", "`, `") + "`");
    }

    @Test
    void everyFindingIsExplained() throws IOException {
        assertThat(section("operations.md", "Findings")).contains(names(Finding.values()));
    }

    private static List<String> names(Enum<?>... values) {
        return List.of(values).stream().map(value -> "`" + value.name() + "`").toList();
    }

    private static String section(String page, String title) throws IOException {
        String text = Files.readString(Path.of("docs", page));
        int start = text.indexOf("\n## " + title + "\n");
        assertThat(start).as("section " + title).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
