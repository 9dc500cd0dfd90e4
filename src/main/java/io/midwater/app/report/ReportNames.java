package io.midwater.app.report;

import io.midwater.app.input.FeedSetup;
import io.midwater.config.MidwaterConfig;
import io.midwater.control.RunManifest;
import io.midwater.domain.InputKind;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFiles;
import io.midwater.feed.InputSource;
import io.midwater.feed.ParticipantRow;
import io.midwater.feed.ReferenceRow;
import io.midwater.feed.SmallFiles;
import io.midwater.report.Figures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Names of participants and securities from the reference files of a run, as of its last business date. A report does
 * without names where the files are gone or say nothing.
 */
record ReportNames(Map<Long, String> participants, Map<Long, String> securities) {
    static ReportNames read(
            Configuration hadoop,
            MidwaterConfig config,
            RunManifest manifest,
            List<Figures> byParticipant,
            List<Figures> bySecurity) {
        SmallFiles files;
        try {
            List<InputSource> sources = FeedSetup.sources(config.input()).stream()
                    .filter(source -> source.kind() == InputKind.REFERENCE || source.kind() == InputKind.PARTICIPANTS)
                    .toList();
            FeedOptions options = FeedSetup.options(config);
            files = SmallFiles.read(hadoop, InputFiles.list(hadoop, sources, options), options);
        } catch (RuntimeException e) {
            return new ReportNames(Map.of(), Map.of());
        }
        int day = (int) manifest.units().stream()
                .mapToLong(unit -> LocalDate.parse(unit.date()).toEpochDay())
                .max()
                .orElse(0);
        Map<Long, String> participants = new HashMap<>();
        for (Figures row : byParticipant) {
            if (row.values().get("participant_id") instanceof Long id) {
                ParticipantRow found = files.participants().find(id, day);
                participants.put(id, found == null ? null : found.name());
            }
        }
        Map<Long, String> securities = new HashMap<>();
        for (Figures row : bySecurity) {
            if (row.values().get("security_code") instanceof Long code) {
                ReferenceRow found = files.reference().find(code, day);
                securities.put(code, found == null ? null : found.name());
            }
        }
        return new ReportNames(participants, securities);
    }
}
