package io.tadoru.connector;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.regex.MatchResult;

/**
 * Compiles {@code grok}: a pattern in which {@code %{IP:client}} stands for an address read as {@code client}. It is a regular
 * expression with named parts and nothing more, so it is read as quickly, and in linear time too.
 */
final class Grok {
    private static final java.util.regex.Pattern PART =
            java.util.regex.Pattern.compile("%\\{([A-Z0-9_]{1,40})(?::([A-Za-z_][A-Za-z0-9_]{0,60}))?\\}");
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("WORD", "[A-Za-z0-9_]+"),
            Map.entry("NOTSPACE", "\\S+"),
            Map.entry("SPACE", "\\s*"),
            Map.entry("DATA", ".*?"),
            Map.entry("GREEDYDATA", ".*"),
            Map.entry("INT", "[+-]?[0-9]+"),
            Map.entry("POSINT", "[0-9]+"),
            Map.entry("NUMBER", "[+-]?[0-9]+(?:\\.[0-9]+)?"),
            Map.entry("HEX", "(?:0x)?[0-9A-Fa-f]+"),
            Map.entry("IP", "(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9]+)?)"),
            Map.entry("IPV4", "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}"),
            Map.entry("IPV6", "[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9]+)?"),
            Map.entry("HOSTNAME", "[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?"),
            Map.entry("IPORHOST", "(?:[A-Za-z0-9_][A-Za-z0-9._-]*|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)"),
            Map.entry("MAC", "(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}"),
            Map.entry("USER", "[A-Za-z0-9._@\\\\$+-]+"),
            Map.entry("USERNAME", "[A-Za-z0-9._-]+"),
            Map.entry("EMAILADDRESS", "[^\\s@<>\"]+@[A-Za-z0-9.-]+"),
            Map.entry("URI", "[A-Za-z][A-Za-z0-9+.-]*://\\S+"),
            Map.entry("URIPATH", "/[^\\s?#]*"),
            Map.entry("PATH", "(?:[A-Za-z]:\\\\|/)\\S*"),
            Map.entry("QUOTEDSTRING", "\"(?:[^\"\\\\]|\\\\.)*\""),
            Map.entry("UUID", "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
            Map.entry("LOGLEVEL", "[A-Za-z]{3,12}"),
            Map.entry("MONTH", "[A-Z][a-z]{2}"),
            Map.entry("TIME", "[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?"),
            Map.entry("SYSLOGTIMESTAMP", "[A-Z][a-z]{2} {1,2}[0-9]{1,2} [0-9]{2}:[0-9]{2}:[0-9]{2}"),
            Map.entry("HTTPDATE", "[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2} [+-][0-9]{4}"),
            Map.entry(
                    "TIMESTAMP_ISO8601",
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"));

    private Grok() {}

    static Pattern compile(Spot spot) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (MatchResult part : PART.matcher(spot.text()).results().toList()) {
            pattern.append(spot.text(), at, part.start()).append(part(part, spot));
            at = part.end();
        }
        try {
            return Pattern.compile(pattern.append(spot.text().substring(at)).toString());
        } catch (PatternSyntaxException e) {
            throw spot.wrong("a grok pattern (" + e.getDescription() + ")");
        }
    }

    private static String part(MatchResult part, Spot spot) {
        String meaning = PARTS.get(part.group(1));
        if (meaning == null) {
            throw spot.wrong("%{" + part.group(1) + "} to be one of", PARTS.keySet(), part.group(1));
        }
        return part.group(2) == null ? "(?:" + meaning + ")" : "(?P<" + part.group(2) + ">" + meaning + ")";
    }
}
