package io.midwater.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.midwater.domain.table.RowGroupSink;
import io.midwater.simulation.SimulationTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private final Formulas formulas = new Formulas(new SimulationTable(RowGroupSink.none(), List.of()).schema());

    private String withNumbers(String column, Map<String, String> values) {
        return formulas.withNumbers(column, values::get);
    }

    @Test
    void aFormulaShowsItsNumbers() {
        Map<String, String> values = Map.of("real_value", "120", "simulated_value", "100");

        assertThat(withNumbers("savings_value", values)).isEqualTo("S × (120 − 100)");
    }

    @Test
    void basisPointsHaveTheirFactor() {
        Map<String, String> values = Map.of("savings_value", "20", "savings_base_value", "100000");

        assertThat(withNumbers("savings_bps", values)).isEqualTo("10,000 × (20 / 100000)");
    }

    @Test
    void aMissingNumberIsNull() {
        assertThat(withNumbers("savings_value", Map.of("real_value", "", "simulated_value", "100")))
                .isEqualTo("S × (null − 100)");
    }

    @Test
    void wordsAreNoFormula() {
        assertThat(withNumbers("simulated_quantity", Map.of("scope_quantity", "5")))
                .isEmpty();
        assertThat(formulas.definition("simulated_quantity"))
                .isEqualTo(
                        "part of scope_quantity that trades in the dark; null in closed form without a benchmark [shares]");
        assertThat(formulas.definition("unknown")).isEmpty();
    }
}
