package io.tadoru.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/** Who Elasticsearch runs as: ourselves, or, since it refuses root, nobody. */
enum ServerUser {
    OURSELVES {
        @Override
        List<String> prefix() {
            return List.of();
        }

        @Override
        void own(Path folder, Path java) {}
    },
    NOBODY {
        @Override
        List<String> prefix() {
            return List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
        }

        @Override
        void own(Path folder, Path java) throws IOException {
            reachable(folder, "choose another data directory");
            reachable(java, "use a Java installed for all users");
            give(folder);
        }
    };

    private static final int NOBODY_ID = 65_534;

    static ServerUser current() {
        return System.getProperty("user.name", "").equals("root") ? NOBODY : OURSELVES;
    }

    /** What stands before the command. */
    abstract List<String> prefix();

    /** Makes the folder the user's own and checks that the user gets there. */
    abstract void own(Path folder, Path java) throws IOException;

    private static void reachable(Path path, String instead) throws IOException {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)
                    && !isNobodys(parent)) {
                throw new LocalException("Elasticsearch refuses to run as root, so it runs as user " + NOBODY_ID
                        + ", who may not enter " + parent + " on the way to " + path
                        + ". Run Tadoru as an ordinary user, "
                        + instead + ", or allow it: chmod o+x " + parent);
            }
        }
    }

    private static boolean isNobodys(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(NOBODY_ID);
    }

    private static void give(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Files.setAttribute(file, "unix:uid", NOBODY_ID, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", NOBODY_ID, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
    }
}
