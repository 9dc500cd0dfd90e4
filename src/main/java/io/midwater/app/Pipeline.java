package io.midwater.app;

import io.midwater.config.MidwaterConfig;

final class Pipeline implements Run {
    @Override
    public ExitCode execute(MidwaterConfig config, RunArguments arguments) {
        throw new UnsupportedOperationException("the pipeline is not part of this branch");
    }
}
