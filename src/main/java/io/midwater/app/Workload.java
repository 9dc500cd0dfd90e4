package io.midwater.app;

import io.midwater.control.Increment;
import io.midwater.domain.SecurityDay;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.UnitSample;
import io.midwater.feed.UnitSampler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What an increment will have to read and do, from samples of the files to be looked through.
 *
 * @param sample of these files
 * @param toDo units known to have to be done, because of what is known of them or of what the samples hold
 * @param unitsAtMost as many units as may have to be done
 */
record Workload(UnitSample sample, Set<SecurityDay> toDo, long unitsAtMost) {

    static Workload estimate(
            Configuration hadoop, Map<Integer, InputFile> files, Increment increment, FeedOptions options) {
        List<InputFile> look = increment.look().stream().map(files::get).toList();
        UnitSample sample = UnitSampler.sample(hadoop, look, options);
        if (increment.isWhole()) {
            return new Workload(sample, sample.rows().keySet(), sample.unitsAtMost(options.calendar()));
        }
        Set<SecurityDay> toDo = new HashSet<>(increment.redo().keySet());
        List<InputFile> unknown = look.stream()
                .filter(file -> !increment.accounts().containsKey(file.index()))
                .toList();
        toDo.addAll(UnitSampler.sample(hadoop, unknown, options).rows().keySet());
        sample.rows().keySet().stream()
                .filter(unit -> !increment.standing().containsKey(unit))
                .forEach(toDo::add);
        return new Workload(sample, toDo, toDo.size());
    }

    /** A sample of all that will be read, in which only rows of units to be done are selected: the others are passed over. */
    UnitSample ofAll(Configuration hadoop, List<InputFile> toRead, Increment increment, FeedOptions options) {
        return UnitSampler.sample(
                hadoop,
                toRead,
                options,
                unit -> toDo.contains(unit) || !increment.standing().containsKey(unit));
    }

    /** The files under the numbers of an increment. */
    static Map<Integer, InputFile> numbered(List<InputFile> files, Increment increment) {
        Map<Integer, InputFile> numbered = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            int number = increment.numbers().get(i);
            numbered.put(number, files.get(i).withIndex(number));
        }
        return numbered;
    }

    /** The first number that none of these files has. */
    static int nextNumber(Map<Integer, InputFile> numbered) {
        return numbered.keySet().stream().max(Integer::compare).orElse(-1) + 1;
    }

    /** The files to be looked through, and those that hold rows of units known to be done again. */
    static List<InputFile> toRead(Map<Integer, InputFile> files, Increment increment) {
        Set<Integer> numbers = new HashSet<>(increment.look());
        numbers.addAll(increment.fetch().keySet());
        return files.values().stream()
                .filter(file -> numbers.contains(file.index()))
                .toList();
    }
}
