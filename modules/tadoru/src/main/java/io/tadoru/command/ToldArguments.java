package io.tadoru.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command line as a manifest may tell it: as given, but for secrets, and for where the results are put. */
final class ToldArguments {
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:--set=)?[\\w.-]*(?:password|secret|token|key)[\\w.-]*=).*");

    private ToldArguments() {}

    static List<String> of(List<String> given) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).equals("--out")) {
                i++; // results are the same wherever they go
            } else if (!given.get(i).startsWith("--out=")) {
                told.add(SECRET.matcher(given.get(i)).replaceFirst("$1***"));
            }
        }
        return told;
    }
}
