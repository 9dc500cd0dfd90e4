package io.midwater.app;

import io.midwater.sink.OutputLayout;
import io.midwater.sink.Pack;
import io.midwater.sink.PackWriter;
import io.midwater.sink.WrittenPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Writes packs one after the other, where the task runs. */
final class PackTask implements FlatMapFunction<Iterator<Pack>, WrittenPack> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SerializableConfiguration> configuration;
    private final String output;
    private final String runId;

    PackTask(Broadcast<SerializableConfiguration> configuration, String output, String runId) {
        this.configuration = configuration;
        this.output = output;
        this.runId = runId;
    }

    @Override
    public Iterator<WrittenPack> call(Iterator<Pack> packs) throws IOException {
        String attempt = "pack-" + TaskContext.get().taskAttemptId();
        OutputLayout staging = new OutputLayout(new Path(output)).staging(runId, attempt);
        PackWriter writer = new PackWriter(configuration.value().value(), staging);
        List<WrittenPack> written = new ArrayList<>();
        while (packs.hasNext()) {
            written.add(writer.write(packs.next()));
        }
        return written.iterator();
    }
}
