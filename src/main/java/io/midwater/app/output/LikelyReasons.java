package io.midwater.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.midwater.audit.Comparison;
import io.midwater.config.EffectiveConfig;
import io.midwater.control.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What two manifests say about why their outputs differ. */
final class LikelyReasons {
    private final RunManifest first;
    private final RunManifest second;
    private final List<String> reasons = new ArrayList<>();

    private LikelyReasons(RunManifest first, RunManifest second) {
        this.first = first;
        this.second = second;
    }

    /** The likeliest first; empty for identical outputs. */
    static List<String> of(Comparison comparison, RunManifest first, RunManifest second) {
        return comparison.identical() ? List.of() : new LikelyReasons(first, second).find(comparison);
    }

    private List<String> find(Comparison comparison) {
        comparison
                .altered()
                .forEach(
                        file -> reasons.add(
                                file
                                        + " is not there with the length that its manifest records; scripts/midwater verify says what else"));
        if (comparison.lastDigitsOnly()) {
            reasons.add("only the last digits of doubles differ: another Java or library version");
        }
        configuration();
        inputs();
        failures("first", first);
        failures("second", second);
        if (!first.version().equals(second.version())) {
            reasons.add("code version: " + first.version() + " against " + second.version());
        }
        if (reasons.isEmpty()) {
            timesOfChange();
        }
        if (reasons.isEmpty()) {
            reasons.add("inputs, configuration and code version are the same: one of the outputs was changed after it"
                    + " was published (scripts/midwater verify), or this is a failure of ours");
        }
        return reasons;
    }

    private void configuration() {
        Map<String, JsonNode> one = settings(first);
        Map<String, JsonNode> two = settings(second);
        TreeSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(two.keySet());
        for (String path : paths) {
            boolean namesFiles = path.matches("input\\.(orders|trades|quotes|sessions|reference|participants)");
            if (!namesFiles && EffectiveConfig.decidesResult(path) && !Objects.equals(one.get(path), two.get(path))) {
                reasons.add("configuration: " + path + " is " + one.get(path) + " against " + two.get(path));
            }
        }
    }

    private static Map<String, JsonNode> settings(RunManifest manifest) {
        try {
            return ManifestSettings.byPath(manifest);
        } catch (IllegalArgumentException e) {
            return Map.of("(configuration)", new TextNode("not JSON"));
        }
    }

    private void inputs() {
        TreeSet<String> kinds = new TreeSet<>();
        List.of(first, second).forEach(run -> run.inputs().forEach(input -> kinds.add(input.kind())));
        for (String kind : kinds) {
            List<RunManifest.Input> one = of(kind, first);
            List<RunManifest.Input> two = of(kind, second);
            if (!contents(one).equals(contents(two))) {
                reasons.add("inputs: " + kind + ": " + shown(one) + " against " + shown(two));
            }
        }
    }

    private static List<RunManifest.Input> of(String kind, RunManifest manifest) {
        return manifest.inputs().stream()
                .filter(input -> kind.equals(input.kind()))
                .toList();
    }

    /** As far as a manifest tells: a copy of a file elsewhere is the same input. */
    private static List<String> contents(List<RunManifest.Input> inputs) {
        return inputs.stream()
                .map(input -> name(input) + " " + input.size() + " " + input.rowsRead() + " " + input.kept())
                .sorted()
                .toList();
    }

    private static String name(RunManifest.Input input) {
        return input.path().substring(input.path().lastIndexOf('/') + 1);
    }

    /** Equal names and sizes may hide other contents: a manifest has no hash of a file's contents. */
    private void timesOfChange() {
        for (RunManifest.Input input : first.inputs()) {
            for (RunManifest.Input other : second.inputs()) {
                if (input.kind().equals(other.kind())
                        && name(input).equals(name(other))
                        && input.modified() != other.modified()) {
                    reasons.add("inputs: " + input.kind() + ": " + name(input)
                            + " has the same size and rows, but another time of change: its contents may differ");
                }
            }
        }
    }

    private static String shown(List<RunManifest.Input> inputs) {
        return inputs.size() + " files, "
                + inputs.stream().mapToLong(RunManifest.Input::size).sum() + " bytes, "
                + inputs.stream().mapToLong(RunManifest.Input::rowsRead).sum() + " rows, "
                + inputs.stream().mapToLong(RunManifest.Input::kept).sum() + " kept";
    }

    private void failures(String which, RunManifest manifest) {
        manifest.units().stream()
                .filter(unit -> !unit.done())
                .limit(10)
                .forEach(unit -> reasons.add("unit " + unit.unit() + " failed in the " + which + ": " + unit.reason()
                        + ": " + unit.message()));
    }
}
