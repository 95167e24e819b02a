package io.tadoru.casework;

import static io.tadoru.casework.PackageManifest.JSON;
import static io.tadoru.casework.PackageManifest.SUMS;

import io.tadoru.casework.PackageReport.Finding;
import io.tadoru.casework.PackageReport.State;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a package, zipped or unzipped, without any network. Three say of each file what it is: the file itself,
 * {@code manifest.json} and {@code manifest.sha256}; the one that contradicts the other two is named.
 */
public final class PackageCheck {
    private static final int LARGEST_MANIFEST = 16 << 20;

    private final PackageFiles files;
    private final Path path;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Measured> measured = new LinkedHashMap<>();

    private PackageCheck(PackageFiles files, Path path) {
        this.files = files;
        this.path = path;
    }

    /**
     * Looks at every byte.
     *
     * @param path the zip, or the folder it was unzipped into
     * @throws IOException when it cannot be read at all
     */
    public static PackageReport check(Path path) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return new PackageCheck(files, path).run();
        } catch (PackageFiles.Unfit e) {
            State state = State.REFUSED;
            return new PackageReport(
                    List.of(new Finding(e.place(), state, String.valueOf(e.getMessage()))),
                    Map.of(e.place(), state),
                    "",
                    Map.of());
        }
    }

    private PackageReport run() throws IOException {
        for (String name : files.names()) {
            measure(name);
        }
        StatedFiles stated = StatedFiles.read(small(JSON), small(SUMS));
        Set<String> names = new LinkedHashSet<>(stated.manifest().keySet());
        names.addAll(stated.sums().keySet());
        names.addAll(files.names());
        names.removeAll(Set.of(JSON, SUMS));
        names.forEach(name -> compare(name, stated));
        manifests(stated);
        if (findings.isEmpty() && files instanceof PackageFiles.Zip zip) {
            container(zip);
        }
        return report(stated);
    }

    private void measure(String name) throws IOException {
        try (InputStream in = files.open(name)) {
            measured.put(name, Measured.of(in));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            found(name, State.CHANGED, "cannot be read out of the zip: " + e.getMessage());
        }
    }

    private byte[] small(String name) throws IOException {
        if (!measured.containsKey(name)) {
            return new byte[0];
        }
        try (InputStream in = files.open(name)) {
            return in.readNBytes(LARGEST_MANIFEST);
        }
    }

    private void compare(String name, StatedFiles stated) {
        Measured file = measured.get(name);
        StatedFiles.Stated listed = stated.manifest().get(name);
        String sum = stated.sums().get(name);
        if (file == null) {
            absent(name, listed != null, sum != null);
        } else if (listed == null && sum == null) {
            found(name, State.ADDED, "is not in the manifest");
        } else {
            present(name, listed != null && listed.fits(file), file.sha256().equals(sum));
        }
    }

    private void absent(String name, boolean listed, boolean summed) {
        if (findings.stream().anyMatch(f -> f.path().equals(name))) {
            return;
        }
        if (listed && summed) {
            found(name, State.MISSING, "is in the manifest, but not here");
        } else {
            found(
                    listed ? JSON : SUMS,
                    State.CHANGED,
                    "names " + name + ", which is not here and which " + (listed ? SUMS : JSON) + " does not know");
        }
    }

    private void present(String name, boolean fitsManifest, boolean fitsSums) {
        if (!fitsManifest && !fitsSums) {
            found(name, State.CHANGED, "is not what the manifest says: its size or its SHA-256 differs");
        } else if (!fitsManifest) {
            found(JSON, State.CHANGED, "says of " + name + " what neither the file nor " + SUMS + " says");
        } else if (!fitsSums) {
            found(SUMS, State.CHANGED, "says of " + name + " what neither the file nor " + JSON + " says");
        }
    }

    private void manifests(StatedFiles stated) throws IOException {
        exists(JSON);
        exists(SUMS);
        Measured manifest = measured.get(JSON);
        if (manifest == null || !measured.containsKey(SUMS)) {
            return;
        }
        if (!stated.canonical()) {
            found(JSON, State.CHANGED, "is not written as Tadoru writes it");
        }
        if (!manifest.sha256().equals(stated.sums().get(JSON)) && !named(JSON)) {
            found(JSON, State.CHANGED, "has not the SHA-256 that " + SUMS + " states: one of the two was changed");
            found(SUMS, State.CHANGED, "states another SHA-256 than " + JSON + " has: one of the two was changed");
        }
        if (findings.isEmpty() && !new String(small(SUMS), StandardCharsets.ISO_8859_1).equals(sums(stated))) {
            found(SUMS, State.CHANGED, "is not written as Tadoru writes it");
        }
    }

    private void exists(String name) {
        if (!measured.containsKey(name) && !named(name)) {
            found(name, State.MISSING, "is not here: without it nothing can be verified");
        }
    }

    private String sums(StatedFiles stated) {
        Map<String, String> hashes = new LinkedHashMap<>();
        stated.manifest().forEach((name, file) -> hashes.put(name, file.sha256()));
        hashes.put(JSON, hash(JSON));
        return PackageManifest.sums(hashes);
    }

    private void container(PackageFiles.Zip zip) throws IOException {
        String place = new ZipComparison(path).firstDifference(zip, measured);
        if (place != null) {
            found(place, State.CHANGED, "its contents are right, but the zip around them was changed");
        }
    }

    private boolean named(String name) {
        return findings.stream().anyMatch(f -> f.path().equals(name));
    }

    private void found(@Nullable String name, State state, String sentence) {
        findings.add(new Finding(String.valueOf(name), state, sentence));
    }

    private String hash(String name) {
        Measured file = measured.get(name);
        return file == null ? "" : file.sha256();
    }

    private PackageReport report(StatedFiles stated) {
        Map<String, State> states = new LinkedHashMap<>();
        stated.manifest().keySet().stream().filter(measured::containsKey).forEach(n -> states.put(n, State.OK));
        measured.keySet().forEach(name -> states.putIfAbsent(name, State.OK));
        findings.forEach(f -> states.put(f.path(), f.state()));
        return new PackageReport(findings, states, hash(JSON), stated.about());
    }
}
