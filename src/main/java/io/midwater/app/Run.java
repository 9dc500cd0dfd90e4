package io.midwater.app;

import io.midwater.config.MidwaterConfig;

/** The whole job. */
public interface Run {
    /**
     * @return an exit code: done, or partly done
     * @throws RuntimeException one of the table in {@link ExitCode}, or a failure of ours
     */
    ExitCode execute(MidwaterConfig config, RunArguments arguments);
}
