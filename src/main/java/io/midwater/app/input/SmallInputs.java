package io.midwater.app.input;

import io.midwater.config.MidwaterConfig;
import io.midwater.control.FileResult;
import io.midwater.control.Increment;
import io.midwater.control.RunManifest;
import io.midwater.control.WrittenTable;
import io.midwater.feed.FeedBlock;
import io.midwater.feed.FeedOptions;
import io.midwater.feed.InputFile;
import io.midwater.feed.RoutedBlock;
import io.midwater.feed.SmallFiles;
import io.midwater.sink.OutputLayout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;

/**
 * The inputs that do not come in security-days, reference data and participants. The driver reads them whole at every
 * start; they have accounts and rejects as the others have.
 */
public final class SmallInputs {
    private final Configuration hadoop;
    private final List<InputFile> files;
    private final SmallFiles content;
    private final List<FileResult> results = new ArrayList<>();

    private SmallInputs(Configuration hadoop, List<InputFile> files, SmallFiles content) {
        this.hadoop = hadoop;
        this.files = files;
        this.content = content;
    }

    /** Reads those among these files. */
    public static SmallInputs read(Configuration hadoop, List<InputFile> all, MidwaterConfig config) {
        FeedOptions options = FeedSetup.options(config);
        List<InputFile> files =
                all.stream().filter(file -> !file.kind().sliced()).toList();
        return new SmallInputs(hadoop, files, SmallFiles.read(hadoop, files, options));
    }

    /** What they say. */
    public SmallFiles content() {
        return content;
    }

    /** The files as they are now. */
    public List<Increment.SourceFile> sources() {
        return files.stream().map(SmallInputs::source).toList();
    }

    /** A file as it is now. */
    public static Increment.SourceFile source(InputFile file) {
        return new Increment.SourceFile(
                file.kind().label(),
                file.path(),
                file.size(),
                file.modified(),
                file.header().hash());
    }

    /**
     * Stages the rejects and settles the accounts.
     *
     * @param firstNumber of the first file among the inputs of the run
     */
    public List<RunManifest.Input> account(OutputLayout layout, String runId, int firstNumber) {
        OutputLayout staging = layout.staging(runId, "small");
        List<RunManifest.Input> accounts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            InputFile file = files.get(i).withIndex(firstNumber + i);
            FileResult result = new FileAccount(hadoop, staging, file).process(blocks(files.get(i)));
            results.add(result);
            accounts.add(InputAccounts.account(file, result, runId, true));
        }
        return accounts;
    }

    private Iterator<RoutedBlock> blocks(InputFile file) {
        return content.account().stream()
                .filter(block -> block.fileIndex() == file.index())
                .sorted(FeedBlock.ORDER)
                .map(block -> RoutedBlock.of(0, block))
                .iterator();
    }

    /** What became of the rows. */
    public List<FileResult> results() {
        return List.copyOf(results);
    }

    /** The staged rejects. */
    public List<WrittenTable> rejects() {
        return results.stream()
                .map(FileResult::rejects)
                .filter(Objects::nonNull)
                .toList();
    }
}
