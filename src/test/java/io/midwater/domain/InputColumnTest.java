package io.midwater.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputColumnTest {
    @ParameterizedTest
    @CsvSource({
        "order_id, orderid",
        "' Order-Book ID', orderbookid",
        "\ufeffSecurityCode, securitycode",
        "Börse, börse",
        "ΑΡΙΘΜΌΣ 2, αριθμόσ2",
        "銘柄コード, 銘柄コード",
        "İd, id",
        "_-_, ''"
    })
    void namesAreComparedWithoutCaseBlanksAndPunctuation(String name, String canonical) {
        assertThat(InputColumn.canonical(name)).isEqualTo(canonical);
        assertThat(InputColumn.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void aliasesOfEveryKindAreCanonical() {
        for (InputKind kind : InputKind.values()) {
            for (InputColumn column : kind.columns()) {
                assertThat(column.aliases()).as(column.name()).allSatisfy(alias -> assertThat(alias)
                        .isEqualTo(InputColumn.canonical(alias)));
            }
        }
    }
}
