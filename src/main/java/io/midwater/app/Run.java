package io.midwater.app;

import io.midwater.config.MidwaterConfig;

/** The whole job. */
public interface Run {
    /**
     * @param outcome takes what the run tells of itself
     * @return an exit code: done, or partly done
     * @throws RuntimeException one of the table in {@link ExitCode}, or a failure of ours
     */
    ExitCode execute(MidwaterConfig config, RunArguments arguments, RunOutcome outcome);
}
