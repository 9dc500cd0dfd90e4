package io.midwater.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDictionaryTest {
    @Test
    void aTextIsNumberedOnce() {
        TextDictionary dictionary = new TextDictionary();
        assertThat(dictionary.indexOf("bid")).isZero();
        assertThat(dictionary.indexOf("offer")).isEqualTo(1);
        assertThat(dictionary.indexOf("bid")).isZero();
        assertThat(dictionary.size()).isEqualTo(2);
        assertThat(dictionary.text(1)).isEqualTo("offer");
    }

    @Test
    void textsAddedUnseenAreFoundAndTheFirstOfTwoCounts() {
        TextDictionary dictionary = new TextDictionary();
        assertThat(dictionary.indexOf("a")).isZero();
        assertThat(dictionary.add("b")).isEqualTo(1);
        assertThat(dictionary.add("b")).isEqualTo(2);
        assertThat(dictionary.indexOf("b")).isEqualTo(1);
        assertThat(dictionary.indexOf("c")).isEqualTo(3);
    }

    @Test
    void afterClearingNumbersBeginAgain() {
        TextDictionary dictionary = new TextDictionary();
        dictionary.indexOf("a");
        dictionary.add("b");
        dictionary.clear();
        assertThat(dictionary.indexOf("b")).isZero();
        assertThat(dictionary.size()).isEqualTo(1);
    }
}
