package io.tadoru.detection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be told from how a path on a host, or a file's name, is written. */
final class Paths {
    private static final int LONGEST = 1024;
    private static final Pattern DRIVE = Pattern.compile("(?i)[a-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern SYSTEM =
            Pattern.compile("(?i)[a-z]:\\\\(windows|program files( \\(x86\\))?)\\\\.*", Pattern.DOTALL);
    /** Folders below Windows that any user or service writes to. */
    private static final Pattern WRITABLE =
            Pattern.compile("(?i)[a-z]:\\\\windows\\\\(temp|tasks|tracing)\\\\.*", Pattern.DOTALL);
    /** How Microsoft Defender names what it found in. */
    private static final Pattern PREFIX = Pattern.compile("(?i)^(container)?file:_?(?=[a-z]:)");

    private static final Set<String> CARRIERS = Set.of(
            "doc", "docx", "docm", "dot", "dotm", "xls", "xlsx", "xlsm", "xlsb", "xlam", "xla", "xll", "ppt", "pptx",
            "pptm", "rtf", "pdf", "one", "js", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "ps1", "psm1", "bat", "cmd",
            "lnk", "iso", "img", "vhd", "vhdx", "zip", "rar", "7z", "cab", "dll", "ocx", "exe", "scr", "cpl", "com",
            "msi", "dat", "jar", "chm", "url");
    /** Without a folder such a name says nothing: half of all command lines bear one. */
    private static final Set<String> COMMON = Set.of(
            "shell32.dll",
            "comsvcs.dll",
            "url.dll",
            "zipfldr.dll",
            "mshtml.dll",
            "user32.dll",
            "advpack.dll",
            "pcwutl.dll");

    private Paths() {}

    /** Lower case with backslashes, if it is a whole path; else empty. */
    static Optional<String> normal(String path) {
        String bare = PREFIX.matcher(path.strip()).replaceFirst("");
        boolean windows = DRIVE.matcher(bare).matches() || bare.startsWith("\\\\");
        if (bare.length() > LONGEST || bare.contains("..") || (!windows && !bare.startsWith("/"))) {
            return Optional.empty();
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        return Optional.of(windows ? lower.replace('/', '\\') : lower);
    }

    /** The last segment in lower case; empty when there is none. */
    static Optional<String> name(String path) {
        int cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        String name = path.substring(cut + 1).strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.length() > 255 ? Optional.empty() : Optional.of(name);
    }

    /** Where only installers write: a thousand hosts have the same file there. */
    static boolean system(String path) {
        return SYSTEM.matcher(path).matches() && !WRITABLE.matcher(path).matches();
    }

    /** It can carry malware into a host: a document, a script, an archive, something to load. */
    static boolean carrier(String path) {
        return CARRIERS.contains(extension(path));
    }

    /** A bare name that is worth following. */
    static boolean telling(String name) {
        String extension = extension(name);
        return !COMMON.contains(name) && !extension.equals("exe") && !extension.equals("com");
    }

    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        boolean inName = dot > Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        return inName ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
