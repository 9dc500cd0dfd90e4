package io.midwater.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.midwater.domain.BusinessCalendar;
import io.midwater.domain.SecurityDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An output of four units from four files: orders (0) and trades (1) of Thursday, orders (2) and trades (3) of Friday, each
 * with securities 7 and 9.
 */
class IncrementTest {
    private static final LocalDate THURSDAY = LocalDate.of(2024, 9, 5);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 9, 6);
    private static final UnitSelection ALL = new UnitSelection(List.of(), null, null);
    private static final SecurityDay SEVEN_THURSDAY = new SecurityDay(7, THURSDAY);
    private static final SecurityDay SEVEN_FRIDAY = new SecurityDay(7, FRIDAY);
    private static final SecurityDay NINE_THURSDAY = new SecurityDay(9, THURSDAY);
    private static final SecurityDay NINE_FRIDAY = new SecurityDay(9, FRIDAY);

    private final List<RunManifest.Input> inputs = new ArrayList<>(List.of(
            input(0, "orders", "o1.csv", 0), input(1, "trades", "t1.csv", 0),
            input(2, "orders", "o2.csv", 0), input(3, "trades", "t2.csv", 0)));
    private final List<Increment.SourceFile> small = new ArrayList<>();
    private final List<Increment.SourceFile> present = new ArrayList<>(List.of(
            file("orders", "o1.csv", 100), file("trades", "t1.csv", 100),
            file("orders", "o2.csv", 100), file("trades", "t2.csv", 100)));
    private final List<RunManifest.Unit> units = new ArrayList<>(List.of(
            unit(SEVEN_THURSDAY, "done", "0:4 1:2"), unit(SEVEN_FRIDAY, "done", "2:4 3:2"),
            unit(NINE_THURSDAY, "done", "0:4 1:2"), unit(NINE_FRIDAY, "done", "2:4 3:2")));
    private UnitSelection selected = ALL;

    @Test
    void nothingNewIsNothing() {
        Increment increment = between(ALL);

        assertThat(increment.isNothing()).isTrue();
        assertThat(increment.isWhole()).isFalse();
        assertThat(increment.look()).isEmpty();
        assertThat(increment.redo()).isEmpty();
        assertThat(increment.standing()).hasSize(4);
        assertThat(increment.numbers()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void otherVersionsAndConfigurationsAreEverything() {
        assertThat(Increment.between(null, present, request("1", "u", "r", ALL), unit -> true)
                        .wholeReason())
                .isEqualTo("there is no earlier run");
        assertThat(Increment.between(manifest(), present, request("2", "u", "r", ALL), unit -> true)
                        .wholeReason())
                .isEqualTo("the last run was by another version of Midwater");
        Increment changed = Increment.between(manifest(), present, request("1", "x", "r", ALL), unit -> true);
        assertThat(changed.wholeReason()).isEqualTo("the configuration has changed");
        // No number is used for two readings of a file.
        assertThat(changed.numbers()).containsExactly(4, 5, 6, 7);
        assertThat(changed.look()).containsExactly(4, 5, 6, 7);
    }

    @Test
    void otherAggregatesReadNothing() {
        Increment increment = Increment.between(manifest(), present, request("1", "u", "x", ALL), unit -> true);

        assertThat(increment.isNothing()).isFalse();
        assertThat(increment.look()).isEmpty();
        assertThat(increment.fetch()).isEmpty();
        assertThat(increment.standing()).hasSize(4);
    }

    @Test
    void aNewFileIsLookedThroughAndOnlyItsUnitsAreFetched() {
        present.add(file("orders", "o3.csv", 50));
        Increment increment = between(ALL);
        assertThat(increment.look()).containsExactly(4);
        assertThat(increment.fetch()).isEmpty();

        SecurityDay monday = new SecurityDay(7, LocalDate.of(2024, 9, 9));
        increment.met(monday, 4);
        increment.met(SEVEN_FRIDAY, 4);

        assertThat(increment.redo().keySet()).containsExactly(SEVEN_FRIDAY, monday);
        assertThat(increment.standing().keySet()).containsExactly(SEVEN_THURSDAY, NINE_THURSDAY, NINE_FRIDAY);
        assertThat(increment.fetch()).isEqualTo(Map.of(2, Set.of(SEVEN_FRIDAY), 3, Set.of(SEVEN_FRIDAY)));
        assertThatThrownBy(() -> increment.met(monday, 0)).hasMessage("file 0 is not among those to look through: [4]");
    }

    @Test
    void aChangedFileIsANewOneAndTheRestOfItsUnitsIsFetched() {
        present.set(2, file("orders", "o2.csv", 101));

        Increment increment = between(ALL);

        assertThat(increment.numbers()).containsExactly(0, 1, 4, 3);
        assertThat(increment.look()).containsExactly(4);
        assertThat(increment.redo().keySet()).containsExactly(SEVEN_FRIDAY, NINE_FRIDAY);
        assertThat(increment.fetch()).isEqualTo(Map.of(3, Set.of(SEVEN_FRIDAY, NINE_FRIDAY)));
        assertThat(increment.accounts().keySet()).containsExactly(0, 1, 3);
    }

    @Test
    void removedFilesTakeTheirUnitsWithThem() {
        present.remove(3);
        Increment half = between(ALL);
        assertThat(half.redo().keySet()).containsExactly(SEVEN_FRIDAY, NINE_FRIDAY);
        assertThat(half.fetch().keySet()).containsExactly(2);

        present.remove(2);
        Increment gone = between(ALL);
        assertThat(gone.redo()).isEmpty();
        assertThat(gone.standing().keySet()).containsExactly(SEVEN_THURSDAY, NINE_THURSDAY);
        assertThat(gone.isNothing()).isFalse();
    }

    @Test
    void failedAndDamagedUnitsAreDoneAgainFromTheirFilesAlone() {
        units.set(1, unit(SEVEN_FRIDAY, "failed", "2:4 3:2"));

        Increment increment = Increment.between(manifest(), present, request("1", "u", "r", ALL), unit -> !unit.unit()
                .equals(NINE_THURSDAY));

        assertThat(increment.look()).isEmpty();
        assertThat(increment.fetch())
                .isEqualTo(Map.of(
                        0, Set.of(NINE_THURSDAY),
                        1, Set.of(NINE_THURSDAY),
                        2, Set.of(SEVEN_FRIDAY),
                        3, Set.of(SEVEN_FRIDAY)));
    }

    @Test
    void aNarrowerSelectionReadsNothing() {
        Increment increment = between(new UnitSelection(List.of(7L), "2024-09-06", null));

        assertThat(increment.look()).isEmpty();
        assertThat(increment.redo()).isEmpty();
        assertThat(increment.standing().keySet()).containsExactly(SEVEN_FRIDAY);
        assertThat(increment.leftOut().keySet()).containsExactly(SEVEN_THURSDAY, NINE_THURSDAY, NINE_FRIDAY);
        assertThat(increment.isNothing()).isFalse();
    }

    @Test
    void aWiderSelectionLooksWhereRowsWereLeftOutAndKnowsTheOthers() {
        selected = new UnitSelection(List.of(7L), null, null);
        units.removeIf(unit -> unit.securityCode() == 9);
        inputs.set(0, input(0, "orders", "o1.csv", 4));

        Increment increment = between(new UnitSelection(List.of(7L, 9L), null, null));

        assertThat(increment.look()).containsExactly(0);
        assertThat(increment.known()).isEqualTo(Map.of(0, Set.of(SEVEN_THURSDAY)));
        increment.met(NINE_THURSDAY, 0);
        assertThat(increment.redo().keySet()).containsExactly(NINE_THURSDAY);
        assertThat(increment.fetch()).isEmpty();
    }

    @Test
    void filesWhoseOtherRowsLieElsewhereAreNotLookedThrough() {
        selected = new UnitSelection(List.of(7L, 9L), null, null);
        long thursdayNoon = THURSDAY.toEpochDay() * 86_400_000_000_000L + 2 * 3_600_000_000_000L;
        FileResult.Elsewhere eleven = new FileResult.Elsewhere(thursdayNoon, thursdayNoon + 1, List.of(11L));
        inputs.set(0, input(0, "orders", "o1.csv", 4, eleven));

        assertThat(between(new UnitSelection(List.of(7L, 9L, 12L), null, null)).look())
                .isEmpty();
        assertThat(between(new UnitSelection(List.of(7L, 9L, 11L), null, null)).look())
                .containsExactly(0);
        assertThat(between(new UnitSelection(List.of(7L, 9L, 11L), "2024-09-06", null))
                        .look())
                .isEmpty();
        assertThat(between(ALL).look()).containsExactly(0);
    }

    @Test
    void unfinishedFilesAreLookedThroughForWhatIsNotKnown() {
        units.remove(3);
        inputs.set(2, incomplete(inputs.get(2)));

        Increment increment = between(ALL);

        assertThat(increment.look()).containsExactly(2);
        assertThat(increment.known()).isEqualTo(Map.of(2, Set.of(SEVEN_FRIDAY)));
    }

    @Test
    void filesOfOtherKindsChangeTheResultButNoUnit() {
        assertThat(between(ALL).isNothing()).isTrue();

        small.add(file("participants", "p.csv", 10));
        Increment increment = between(ALL);

        assertThat(increment.isNothing()).isFalse();
        assertThat(increment.look()).isEmpty();
        assertThat(increment.redo()).isEmpty();
    }

    private Increment between(UnitSelection selection) {
        return Increment.between(
                manifest(), present, request("1", "u", selection.equals(selected) ? "r" : "s", selection), u -> true);
    }

    private Increment.Request request(String version, String unitHash, String result, UnitSelection selection) {
        return new Increment.Request(
                version,
                unitHash,
                result,
                selection,
                small,
                new BusinessCalendar(ZoneId.of("Australia/Sydney"), LocalTime.of(19, 0), Set.of()));
    }

    private RunManifest manifest() {
        return new RunManifest(
                RunManifest.FORMAT,
                "run",
                "1",
                "",
                "",
                "done",
                "u",
                "r",
                selected,
                "{}",
                inputs,
                units,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static RunManifest.Unit unit(SecurityDay unit, String status, String origins) {
        return new RunManifest.Unit(
                unit.securityCode(),
                unit.date().toString(),
                status,
                null,
                null,
                List.of(),
                UnitSums.NONE,
                Map.of(),
                0,
                "run",
                origins,
                List.of(),
                null);
    }

    private static RunManifest.Input input(int number, String kind, String path, long filteredOut) {
        return input(number, kind, path, filteredOut, null);
    }

    private static RunManifest.Input input(
            int number, String kind, String path, long filteredOut, FileResult.Elsewhere elsewhere) {
        return new RunManifest.Input(
                number,
                path,
                kind,
                100,
                5,
                "header",
                "run",
                true,
                8 + filteredOut,
                8,
                filteredOut,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                elsewhere);
    }

    private static RunManifest.Input incomplete(RunManifest.Input input) {
        return new RunManifest.Input(
                input.number(),
                input.path(),
                input.kind(),
                100,
                5,
                "header",
                "run",
                false,
                8,
                8,
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                null);
    }

    private static Increment.SourceFile file(String kind, String path, long size) {
        return new Increment.SourceFile(kind, path, size, 5, "header");
    }
}
