package io.midwater.app.unit;

import io.midwater.app.input.FileAccount;
import io.midwater.control.TaskMessage;
import io.midwater.domain.SecurityDay;
import io.midwater.domain.table.ColumnMemory;
import io.midwater.feed.InputFile;
import io.midwater.feed.RoutedBlock;
import io.midwater.sink.OutputLayout;
import io.midwater.spark.GroupedIterator;
import io.midwater.spark.Reusable;
import java.util.HashMap;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** The reduce side: sorted blocks in, one message per unit or file account out; the files are written on the way. */
public final class UnitTask implements MapPartitionsFunction<RoutedBlock, TaskMessage> {
    private static final long serialVersionUID = 1;
    private static final Reusable<ColumnMemory> MEMORY = new Reusable<>(ColumnMemory::new);

    private final Broadcast<SerializableConfiguration> configuration;
    private final Broadcast<HashMap<Integer, InputFile>> files;
    private final Broadcast<UnitJob> job;
    private final String output;
    private final String runId;

    public UnitTask(
            Broadcast<SerializableConfiguration> configuration,
            Broadcast<HashMap<Integer, InputFile>> files,
            Broadcast<UnitJob> job,
            String output,
            String runId) {
        this.configuration = configuration;
        this.files = files;
        this.job = job;
        this.output = output;
        this.runId = runId;
    }

    @Override
    public Iterator<TaskMessage> call(Iterator<RoutedBlock> blocks) {
        Configuration conf = configuration.value().value();
        OutputLayout staging = new OutputLayout(new Path(output)).staging(runId, attempt());
        ColumnMemory memory = MEMORY.take();
        TaskCompletionListener giveBack = task -> MEMORY.giveBack(memory);
        TaskContext.get().addTaskCompletionListener(giveBack);
        UnitProcessor units = new UnitProcessor(conf, staging, job.value(), memory);
        return new GroupedIterator<>(
                blocks,
                (a, b) -> a.securityCode() == b.securityCode() && a.epochDay() == b.epochDay(),
                group -> message(group, conf, staging, units));
    }

    private TaskMessage message(
            GroupedIterator.Group<RoutedBlock> group, Configuration conf, OutputLayout staging, UnitProcessor units) {
        RoutedBlock first = group.first();
        if (first.holdsRows()) {
            return units.process(new SecurityDay(first.securityCode(), first.epochDay()), group);
        }
        return new FileAccount(conf, staging, files.value().get(first.fileIndex())).process(group);
    }

    /** No two attempts, of this or a repeated stage, share a name. */
    private static String attempt() {
        TaskContext context = TaskContext.get();
        return "task-" + context.taskAttemptId();
    }
}
