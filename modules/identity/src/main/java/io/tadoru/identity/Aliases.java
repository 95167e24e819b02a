package io.tadoru.identity;

import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of hosts that may stand for another name: an agent's id, a hardware address, a NetBIOS name, which Windows cuts at 15
 * characters. Whose they are is observed and asked for like that of an address.
 */
final class Aliases {
    /** What is left of a longer name in NetBIOS. */
    static final int NETBIOS = 15;

    private static final Pattern AGENT = Pattern.compile("\\{?(?=(?:[^0-9A-F]*[0-9A-F]){16})[0-9A-F-]{16,64}\\}?");

    private Aliases() {}

    /** Under which identity to ask for the name of a host named so, if it may have another. */
    static Optional<Identity> question(String host) {
        if (HostName.isMac(host)) {
            return Optional.of(Identity.mac(host));
        }
        boolean asked = isAgent(host) || isCut(host);
        return asked ? Optional.of(new Identity(Identity.Kind.HOST, host)) : Optional.empty();
    }

    /** An id that an agent or a console gave, and nobody calls a host by. */
    static boolean isAgent(String host) {
        return AGENT.matcher(host).matches();
    }

    private static boolean isCut(String host) {
        return host.length() == NETBIOS && isName(host);
    }

    private static boolean isName(String host) {
        return host.indexOf(':') < 0 && host.indexOf('.') < 0 && !isAgent(host) && !HostName.isMac(host);
    }

    /** Which identity a sighting of that long name says to be its short form. */
    static Optional<Identity> cut(String host) {
        return host.length() > NETBIOS && isName(host)
                ? Optional.of(new Identity(Identity.Kind.HOST, host.substring(0, NETBIOS)))
                : Optional.empty();
    }

    /** That this agent's id is that host's; empty when either is none. */
    static boolean told(String id, String host) {
        return isAgent(id) && isName(host) && !host.isBlank();
    }

    /** Whether two names are of two hosts as far as they show; an id is not known to be another host than a name is. */
    static boolean differ(String one, String other) {
        return !one.equals(other)
                && isName(one) == isName(other)
                && !cut(one).map(Identity::value).filter(other::equals).isPresent()
                && !cut(other).map(Identity::value).filter(one::equals).isPresent();
    }

    /**
     * The name, as the answer to its question tells it. A short form is another name's only when one name alone in the office
     * is so cut; an id or a hardware address is its last holder's, unless several hold it.
     */
    private static Optional<Candidate> name(Identity question, List<Candidate> answer) {
        boolean cut = question.kind() == Identity.Kind.HOST && !isAgent(question.value());
        return answer.isEmpty() || answer.getFirst().shared() || (cut && answer.size() > 1)
                ? Optional.empty()
                : Optional.of(answer.getFirst());
    }

    /** Of a host named so, if it has another name as far as was asked; an id may be a short form's, and that a name's. */
    static Optional<Candidate> name(String host, Map<Identity, List<Candidate>> answers) {
        Optional<Candidate> name = once(host, answers);
        return name.flatMap(n -> once(n.host(), answers)).or(() -> name);
    }

    private static Optional<Candidate> once(String host, Map<Identity, List<Candidate>> answers) {
        return question(host).flatMap(q -> name(q, answers.getOrDefault(q, List.of())));
    }

    /** For people: what sort of name it is. */
    static String kind(Identity question) {
        return switch (question.kind()) {
            case MAC -> "mac";
            case HOST -> isAgent(question.value()) ? "agent id" : "short name";
            case IP, USER, MAIL, SENSOR, AGENT, PATH, AWAY ->
                throw new IllegalArgumentException("no name of a host: " + question);
        };
    }

    static Observation observed(Identity alias, Observation seen) {
        return new Observation(alias, seen.host(), seen.time(), seen.strength(), seen.basis());
    }
}
