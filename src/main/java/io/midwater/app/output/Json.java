package io.midwater.app.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.midwater.control.RunManifest;
import java.util.List;

/** Answers for machines: records as JSON, names in snake case. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addMixIn(RunManifest.File.class, WholeFiles.class)
            .addMixIn(RunManifest.class, UnitFiles.class);

    private static final ObjectMapper READER =
            MAPPER.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** A whole file says nothing of row groups. */
    interface WholeFiles {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Integer rowGroup();
    }

    /** An output all of whose tables are files of units says nothing of packed ones. */
    interface UnitFiles {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<RunManifest.File> packed();
    }

    private Json() {}

    /** A record as JSON in lines. */
    public static String write(Object answer) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot be written", e);
        }
    }

    /** What {@link #write} wrote; names that this version does not know are passed over. */
    static <T> T read(String text, Class<T> type) {
        try {
            return READER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not JSON of " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
