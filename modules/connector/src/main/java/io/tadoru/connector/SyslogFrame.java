package io.tadoru.connector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Instants;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the syslog header off a line: RFC 5424, RFC 3164 (also with a year or with an ISO 8601 time, as relays write it), and
 * {@code <PRI>} in front of anything. What it says is read as {@code syslog.time}, {@code .host}, {@code .program}, {@code .pid}.
 */
final class SyslogFrame implements Step {
    static final String TIME = "syslog.time";

    /** Octet counting (RFC 6587) leaves its count in a file that was cut at line ends. */
    private static final Pattern PRIORITY = Pattern.compile("^(?:[0-9]{1,6} )?<[0-9]{1,3}>");

    private static final Pattern RFC5424 = Pattern.compile(
            "^1 (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (-|(?:\\[(?:[^\"\\]]|\"(?:[^\"\\\\]|\\\\.)*\")*\\])+)(?: +|$)");
    private static final Pattern ISO =
            Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})) (\\S+) ");
    private static final Pattern RFC3164 =
            Pattern.compile("^([A-Z][a-z]{2}) {1,2}([0-9]{1,2}) (?:([0-9]{4}) )?([0-9]{2}:[0-9]{2}:[0-9]{2}) (\\S+) ");
    private static final Pattern TAG = Pattern.compile("^([^\\s:\\[\\]=]{1,64})(?:\\[([0-9]{1,10})\\])?: ?");

    /** What begins so is no program's name but the format of what follows. */
    private static final Set<String> FORMATS = Set.of("CEF", "LEEF");

    /** No header is longer, with all its structured data. */
    private static final int LONGEST = 16 * 1024;

    private final boolean required;

    SyslogFrame(boolean required) {
        this.required = required;
    }

    @Override
    public void run(Draft draft) {
        String line = withoutPriority(String.valueOf(draft.get(Draft.LINE)));
        draft.put(Draft.LINE, line);
        boolean json = line.startsWith("{") && !required;
        if (!json && !rfc5424(line, draft) && !iso(line, draft) && !rfc3164(line, draft) && required) {
            draft.reject("expected a syslog header, found: " + Excerpt.of(line));
        }
    }

    private static String withoutPriority(String line) {
        Matcher priority = PRIORITY.matcher(line);
        return priority.find() ? line.substring(priority.end()) : line;
    }

    private static boolean rfc5424(String line, Draft draft) {
        Matcher header = RFC5424.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        if (!header.find()) {
            return false;
        }
        time(Instants.parse(Times.withColon(header.group(1))), draft);
        put(draft, "syslog.host", header.group(2));
        put(draft, "syslog.program", header.group(3));
        put(draft, "syslog.pid", header.group(4));
        put(draft, "syslog.msgid", header.group(5));
        StructuredData.read(header.group(6), draft);
        String message = line.substring(header.end());
        draft.put(Draft.LINE, message.startsWith("\uFEFF") ? message.substring(1) : message);
        return true;
    }

    private static void put(Draft draft, String name, String value) {
        if (!value.equals("-")) {
            draft.put(name, value);
        }
    }

    private static boolean iso(String line, Draft draft) {
        Matcher header = ISO.matcher(line);
        if (!header.find()) {
            return false;
        }
        time(Instants.parse(Times.withColon(header.group(1))), draft);
        message(line, header.group(2), header.start(2), header.end(), draft);
        return true;
    }

    private static boolean rfc3164(String line, Draft draft) {
        Matcher header = RFC3164.matcher(line);
        if (!header.find()) {
            return false;
        }
        String year = header.group(3) == null ? "" : header.group(3);
        time(Times.syslog(header.group(1), header.group(2), year, header.group(4), draft.settings()), draft);
        message(line, header.group(5), header.start(5), header.end(), draft);
        return true;
    }

    private static void time(Optional<Instant> time, Draft draft) {
        time.ifPresent(t -> draft.put(TIME, t.toString()));
        draft.use(TIME);
    }

    /** Some devices leave the host out: a word that is a tag or a pair is none. */
    private static void message(String line, String host, int hostAt, int hostEnd, Draft draft) {
        boolean none = host.contains("=") || host.startsWith("%") || (host.endsWith(":") && !host.endsWith("::"));
        if (!none) {
            draft.put("syslog.host", host);
        }
        tag(line.substring(none ? hostAt : hostEnd), draft);
    }

    private static void tag(String rest, Draft draft) {
        Matcher tag = TAG.matcher(rest);
        if (!tag.find() || FORMATS.contains(tag.group(1))) {
            draft.put(Draft.LINE, rest);
            return;
        }
        draft.put("syslog.program", tag.group(1));
        if (tag.group(2) != null) {
            draft.put("syslog.pid", tag.group(2));
        }
        draft.put(Draft.LINE, rest.substring(tag.end()));
    }
}
