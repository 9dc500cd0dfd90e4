package io.midwater.app;

import static io.midwater.config.ByteSize.format;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A plan for the terminal. */
final class PlanText {
    private static final int NAMED_FILES = 5;
    private static final int MINUTES = 60;

    private final RunPlan plan;
    private final PrintWriter out;

    PlanText(RunPlan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    void print() {
        String about = plan.exact() ? "" : "about ";
        out.println(
                plan.exact()
                        ? "Read whole, nothing is estimated but time and space."
                        : "Estimated from samples; ± is half of a 95 % interval.");
        out.println();
        out.printf(
                Locale.ROOT,
                "%-14s%7s%12s%16s%9s%16s%12s%n",
                "input",
                "files",
                "size",
                "rows",
                "",
                "selected",
                "rejected");
        for (RunPlan.Kind kind : plan.inputs()) {
            out.printf(
                    Locale.ROOT,
                    "%-14s%,7d%12s%16s%9s%16s%12s%n",
                    kind.kind(),
                    kind.files(),
                    format(kind.bytes()),
                    rows(kind.rows()),
                    kind.rowsError() == null ? "" : String.format(Locale.ROOT, "±%.2f %%", 100 * kind.rowsError()),
                    rows(kind.selected()),
                    rows(kind.rejected()));
        }
        out.println();
        String units = plan.unitsSeen() == plan.unitsAtMost()
                ? String.format(Locale.ROOT, "%,d", plan.unitsSeen())
                : String.format(
                        Locale.ROOT, "%,d found in the samples, at most %,d", plan.unitsSeen(), plan.unitsAtMost());
        out.printf(Locale.ROOT, "units         %s (security × business date)%n", units);
        RunPlan.Work work = plan.work();
        out.printf(
                Locale.ROOT,
                "              %,d to do, %,d done, %,d no longer selected: %s%n",
                work.unitsToDo(),
                work.unitsDone(),
                work.unitsSkipped(),
                work.reason());
        out.printf(Locale.ROOT, "to read       %,d files, %s%n", work.files(), format(work.bytes()));
        if (!plan.largest().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "skew          the largest unit has %.1f times the rows of the median one%n",
                    plan.skew());
            for (RunPlan.Unit unit : plan.largest()) {
                out.printf(
                        Locale.ROOT,
                        "              %d %s: %s%,d rows%n",
                        unit.securityCode(),
                        unit.date(),
                        about,
                        unit.rows());
            }
        }
        out.printf(Locale.ROOT, "tasks         %,d to read the files (splits)%n", plan.splits());
        out.printf(Locale.ROOT, "temporary     about %s of disk%n", format(plan.shuffleBytes()));
        out.printf(
                Locale.ROOT,
                "output        about %s in %s, %s%n",
                format(plan.outputBytes()),
                plan.output(),
                plan.freeBytes() == null ? "free space unknown" : format(plan.freeBytes()) + " free");
        if (plan.seconds() == 0) {
            out.println("duration      none: nothing is to do");
        } else {
            out.printf(
                    Locale.ROOT, "duration      roughly %s on %d cores (%s)%n", duration(), plan.cores(), plan.rate());
        }
        plan.unsplittable().stream()
                .limit(NAMED_FILES)
                .forEach(file -> out.printf(Locale.ROOT, "unsplittable  %s, %s%n", file.path(), format(file.bytes())));
        plan.warnings().forEach(warning -> out.println("warning       " + warning));
        out.flush();
    }

    private static String rows(Long rows) {
        return rows == null ? "" : String.format(Locale.ROOT, "%,d", rows);
    }

    private String duration() {
        Duration duration = Duration.ofSeconds(plan.seconds());
        if (duration.toMinutes() < 2) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() < 2
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutes() % MINUTES + " min";
    }
}
