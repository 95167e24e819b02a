package io.tadoru.investigate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result depends on besides the inputs; all of it goes into the manifest.
 *
 * @param program name and version
 * @param arguments of the command line, as given
 * @param rules the folder that rules and chain definitions were read from
 * @param indicators files of indicators that were read
 */
public record Provenance(
        String program, List<String> arguments, @Nullable Path rules, List<Path> indicators) {
    public Provenance {
        arguments = List.copyOf(arguments);
        indicators = List.copyOf(indicators);
    }

    /** Of a run that says nothing about itself. */
    public static Provenance unknown() {
        return new Provenance("Tadoru", List.of(), null, List.of());
    }
}
