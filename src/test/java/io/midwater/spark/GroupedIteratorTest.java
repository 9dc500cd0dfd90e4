package io.midwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Words, grouped by their first letter. */
class GroupedIteratorTest {
    private static final List<String> WORDS = List.of("ask", "all", "bid", "cut", "cap", "call");

    private static <R> List<R> grouped(List<String> words, Function<GroupedIterator.Group<String>, R> process) {
        List<R> results = new ArrayList<>();
        new GroupedIterator<>(words.iterator(), (a, b) -> a.charAt(0) == b.charAt(0), process)
                .forEachRemaining(results::add);
        return results;
    }

    @Test
    void neighboursThatBelongTogetherAreOneGroup() {
        assertThat(grouped(WORDS, group -> {
                    List<String> members = new ArrayList<>();
                    group.forEachRemaining(members::add);
                    return String.join(" ", members);
                }))
                .containsExactly("ask all", "bid", "cut cap call");
    }

    @Test
    void whatAGroupLeavesIsSkipped() {
        assertThat(grouped(WORDS, GroupedIterator.Group::first)).containsExactly("ask", "bid", "cut");
        assertThat(grouped(WORDS, Iterator::next)).containsExactly("ask", "bid", "cut");
    }

    @Test
    void theFirstStaysKnown() {
        assertThat(grouped(WORDS, group -> {
                    group.next();
                    return group.first();
                }))
                .containsExactly("ask", "bid", "cut");
    }

    @Test
    void aGroupMayGiveNothing() {
        assertThat(grouped(WORDS, group -> group.first().equals("bid") ? null : 1))
                .containsExactly(1, null, 1);
    }

    @Test
    void aGroupEndsWhereTheNextBegins() {
        assertThatThrownBy(() -> grouped(WORDS, group -> group.next() + group.next() + group.next()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nothingInNothingOut() {
        GroupedIterator<String, String> none =
                new GroupedIterator<>(List.<String>of().iterator(), String::equals, GroupedIterator.Group::first);

        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
}
