package io.tadoru.command;

import io.tadoru.chain.Definitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What of the paths of a check are chain definitions: a folder {@code chains}, or that of an installation's rules.
 *
 * @param folders of chain definitions
 * @param rules the rest, which Sigma rules are looked for in
 */
record ChainFolders(List<Path> folders, List<Path> rules) {
    static ChainFolders among(List<Path> paths, Path installed) {
        List<Path> asked = paths.isEmpty() ? List.of(installed) : paths;
        return new ChainFolders(
                asked.stream()
                        .map(p -> isInstalled(p) ? p.resolve("chains") : p)
                        .filter(ChainFolders::isChains)
                        .toList(),
                asked.stream()
                        .filter(p -> !isChains(p))
                        .map(p -> isInstalled(p) ? p.resolve("sigma") : p)
                        .toList());
    }

    private static boolean isInstalled(Path path) {
        return Files.isDirectory(path.resolve("chains")) && Files.isDirectory(path.resolve("sigma"));
    }

    private static boolean isChains(Path path) {
        return Files.isDirectory(path) && String.valueOf(path.getFileName()).equals("chains");
    }

    /** How many definitions can be used. */
    int usable() {
        return folders.stream()
                .filter(f -> Definitions.wrong(f).isEmpty())
                .mapToInt(f -> Definitions.load(f).size())
                .sum();
    }

    /** What is wrong, naming the file: the first mistake of each folder. */
    List<String> wrong() {
        return folders.stream().flatMap(f -> Definitions.wrong(f).stream()).toList();
    }
}
