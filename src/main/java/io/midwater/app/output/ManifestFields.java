package io.midwater.app.output;

import io.midwater.control.RunManifest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** What every run writes in its manifest and readers rely on. A manifest of another hand may lack it. */
final class ManifestFields {
    private ManifestFields() {}

    private record Field(String name, Object value) {
        boolean isMissing() {
            return value == null
                    || value instanceof Collection<?> values && values.stream().anyMatch(Objects::isNull);
        }
    }

    /**
     * @param manifest null where the file says so
     * @throws IllegalArgumentException that names what is missing
     */
    static void check(RunManifest manifest) {
        if (manifest == null) {
            throw new IllegalArgumentException("it is empty");
        }
        require(
                "it",
                new Field("run_id", manifest.runId()),
                new Field("version", manifest.version()),
                new Field("status", manifest.status()),
                new Field("unit_hash", manifest.unitHash()),
                new Field("result_hash", manifest.resultHash()),
                new Field("selection", manifest.selection()),
                new Field("configuration", manifest.configuration()),
                new Field("inputs", manifest.inputs()),
                new Field("units", manifest.units()),
                new Field("idle", manifest.idle()),
                new Field("aggregates", manifest.aggregates()),
                new Field("rejects", manifest.rejects()),
                new Field("packed", manifest.packed()));
        manifest.inputs().forEach(ManifestFields::check);
        manifest.units().forEach(ManifestFields::check);
        manifest.idle()
                .forEach(idle ->
                        require("an idle unit", new Field("date", idle.date()), new Field("origins", idle.origins())));
        manifest.units().forEach(unit -> unit.files().forEach(ManifestFields::check));
        manifest.files().forEach(ManifestFields::check);
    }

    private static void check(RunManifest.Input input) {
        require(
                "an input",
                new Field("path", input.path()),
                new Field("kind", input.kind()),
                new Field("header_hash", input.headerHash()),
                new Field("rejected_by_reason", input.rejectedByReason()));
    }

    private static void check(RunManifest.Unit unit) {
        require(
                "unit " + unit.securityCode() + "/" + unit.date(),
                new Field("date", unit.date()),
                new Field("status", unit.status()),
                new Field("files", unit.files()),
                new Field("sums", unit.sums()),
                new Field("findings", unit.findings()),
                new Field("done_by", unit.doneBy()),
                new Field("origins", unit.origins()),
                new Field("rejected_legs", unit.rejectedLegs()));
    }

    private static void check(RunManifest.File file) {
        require(
                "a file",
                new Field("path", file.path()),
                new Field("table", file.table()),
                new Field("sha256", file.sha256()));
    }

    private static void require(String what, Field... fields) {
        String missing =
                Arrays.stream(fields).filter(Field::isMissing).map(Field::name).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(what + " lacks " + missing);
        }
    }
}
