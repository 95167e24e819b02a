package io.tadoru.identity;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose event it is, by the names that the line itself gives; before any binding is looked up. */
public final class Parties {
    /** How many recipients of one mail are followed. */
    public static final int MAX = 60;

    private static final int NAME_CHARS = 320;

    private Parties() {}

    /**
     * The parties of an event.
     *
     * @param beyond how many more there were than are kept
     */
    public record Result(List<Party> parties, int beyond) {
        public Result {
            parties = List.copyOf(parties);
        }
    }

    /** An agent names its host, a gateway an address and an account, a spam filter its recipients. */
    public static Result of(Event event, Office office) {
        Layer layer = event.layer().orElse(Layer.IDENTITY);
        return switch (layer) {
            case EPP -> host(event).orElseGet(() -> station(event, office));
            case MAIL -> mail(event, office);
            case FIREWALL, SWG -> station(event, office);
            case IDENTITY -> fromOutside(event, office).orElseGet(() -> logged(event, office));
        };
    }

    private static Optional<Result> host(Event event) {
        return text(event, Fields.HOST_NAME)
                .filter(name -> !HostName.normal(name).isEmpty())
                .map(Identity::host)
                .map(host -> new Result(List.of(new Party(List.of(host))), 0));
    }

    /**
     * The same; but a mail that is suspicious only for being written in the name of one of our people is that person's
     * event: it tells of a mailbox that was read, and little of those whom it reached.
     *
     * @param onlyInOurNames whether that is all that is suspicious about it
     */
    public static Result of(Event event, Office office, boolean onlyInOurNames) {
        return (onlyInOurNames ? named(event, office) : Optional.<Result>empty()).orElseGet(() -> of(event, office));
    }

    private static Optional<Result> named(Event event, Office office) {
        List<String> named = mailboxes(event, Fields.EMAIL_IMPERSONATED, office);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(
                        named.stream().limit(MAX).map(Parties::mailbox).toList(), Math.max(0, named.size() - MAX)));
    }

    /** A stolen password needs no host of ours: what is done from outside is the account's event. */
    private static Optional<Result> fromOutside(Event event, Office office) {
        boolean outside = Stream.of(Fields.CLIENT_IP, Fields.SOURCE_IP)
                .flatMap(field -> text(event, field).stream())
                .findFirst()
                .filter(a -> !office.inside(a) && Cidr.isAddress(a))
                .isPresent();
        return outside
                ? text(event, Fields.USER_NAME)
                        .flatMap(Parties::user)
                        .map(account -> new Result(List.of(new Party(List.of(Identity.host(account.toString())))), 0))
                : Optional.empty();
    }

    /** Of a server's own log that names nobody else it is the server's event. */
    private static Result logged(Event event, Office office) {
        Result station = station(event, office);
        return station.parties().isEmpty() ? host(event).orElse(station) : station;
    }

    private static Result station(Event event, Office office) {
        Optional<String> address = address(event, office);
        List<Identity> names = new ArrayList<>();
        address.filter(a -> !office.isShared(a)).map(Identity::ip).ifPresent(names::add);
        Optional<Identity> user = text(event, Fields.USER_NAME).flatMap(Parties::user);
        user.filter(u -> !office.isShared(u)).ifPresent(names::add);
        if (names.isEmpty()) {
            address.map(Identity::ip).or(() -> user).map(Parties::itself).ifPresent(names::add);
        }
        return new Result(names.isEmpty() ? List.of() : List.of(new Party(names)), 0);
    }

    /** What is shared is nobody's, but what it alone is named by must be somewhere: it is its own host, never asked whose. */
    private static Identity itself(Identity shared) {
        return new Identity(Identity.Kind.HOST, shared.toString());
    }

    private static Optional<String> address(Event event, Office office) {
        return Stream.of(Fields.CLIENT_IP, Fields.SOURCE_IP, Fields.DESTINATION_IP)
                .flatMap(field -> text(event, field).stream())
                .filter(office::inside)
                .findFirst();
    }

    private static Result mail(Event event, Office office) {
        List<String> recipients = mailboxes(event, Fields.EMAIL_TO, office);
        // Nobody of ours received it: then it is the event of the one of ours who sent it.
        List<String> ours = recipients.isEmpty() && !office.domains().isEmpty()
                ? mailboxes(event, Fields.EMAIL_FROM, office)
                : recipients;
        List<Party> kept = ours.stream().limit(MAX).map(Parties::mailbox).toList();
        return new Result(kept, ours.size() - kept.size());
    }

    private static List<String> mailboxes(Event event, String field, Office office) {
        return event.texts(field).stream()
                .filter(m -> m.length() <= NAME_CHARS && office.owns(m))
                .map(m -> Identity.mail(m).value())
                .distinct()
                .sorted()
                .toList();
    }

    private static Party mailbox(String address) {
        return new Party(List.of(Identity.mail(address), Identity.user(address)));
    }

    private static Optional<Identity> user(String account) {
        // A bare "DOMAIN\" names nobody.
        return account.endsWith("\\") || account.equals("-") ? Optional.empty() : Optional.of(Identity.user(account));
    }

    private static Optional<String> text(Event event, String field) {
        return event.text(field).filter(t -> !t.isBlank() && t.length() <= NAME_CHARS);
    }
}
