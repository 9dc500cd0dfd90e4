package io.midwater.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.midwater.control.TaskMessage;
import io.midwater.control.UnitResult;
import io.midwater.domain.SecurityDay;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log of a run for machines: one JSON object per line, each with {@code time} (ISO-8601, UTC) and {@code event}:
 *
 * <pre>
 * {"time":"…","event":"run","run_id":"…","files":15,"bytes":…,"expected_units":15}
 * {"time":"…","event":"progress","phase":"READING","seconds":10.0,"read_bytes":…,…}
 * {"time":"…","event":"unit","security_code":7,"date":"2024-09-05","status":"done","rows":…,"seconds":0.4}
 * {"time":"…","event":"end","exit":0,"message":null}
 * </pre>
 *
 * A log that can no longer be written (a full disk) falls silent: it never ends a run.
 */
public final class RunLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .registerModule(new SimpleModule().addSerializer(SecurityDay.class, ToStringSerializer.instance));
    private static final double NS = 1e-9;

    private final OutputStream out;
    private final Clock clock;
    private boolean silent;

    public RunLog(OutputStream out, Clock clock) {
        this.out = requireNonNull(out, "out is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The run begins. */
    public void started(String runId, int files, long bytes, long expectedUnits) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run_id", runId);
        facts.put("files", files);
        facts.put("bytes", bytes);
        facts.put("expected_units", expectedUnits);
        write("run", facts);
    }

    /**
     * The run ends.
     *
     * @param message why, where it did not end well; else null
     */
    public void ended(int exit, String message) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("exit", exit);
        facts.put("message", message);
        write("end", facts);
    }

    /** Where the run is. */
    public void progress(Snapshot now) {
        write("progress", JSON.convertValue(now, new TypeReference<Map<String, Object>>() {}));
    }

    /** Units that have ended. */
    public void received(List<TaskMessage> messages) {
        for (TaskMessage message : messages) {
            if (message instanceof UnitResult unit) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("security_code", unit.unit().securityCode());
                facts.put("date", unit.unit().date().toString());
                facts.put("status", unit.done() ? "done" : "failed");
                if (!unit.done()) {
                    facts.put("reason", unit.failure().reason().name());
                    facts.put("message", unit.failure().message());
                }
                facts.put("rows", unit.origins().rows());
                facts.put("seconds", unit.durationNs() * NS);
                write("unit", facts);
            }
        }
    }

    private synchronized void write(String event, Map<String, ?> facts) {
        if (silent) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        line.putAll(facts);
        try {
            byte[] bytes = JSON.writeValueAsBytes(line);
            out.write(bytes);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            silent = true;
        }
    }

    @Override
    public synchronized void close() {
        silent = true;
        try {
            out.close();
        } catch (IOException e) {
            // What is written is written.
            return;
        }
    }
}
