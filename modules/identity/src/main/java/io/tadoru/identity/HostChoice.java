package io.tadoru.identity;

import java.util.List;

/**
 * A host that a party's event belongs to.
 *
 * @param host its name, or the identity itself ({@code ip:10.1.2.3}) until something is known
 * @param basis how it was found: {@link #LOG}, what tied the identity to it and what that overruled, {@link #UNRESOLVED},
 *     {@link #ACCOUNT}, or something that begins with {@link #MANY}
 */
public record HostChoice(String host, String basis) {
    /** The log names the host itself. */
    public static final String LOG = "log";
    /** Nothing is known of the identity, so it stands for its host. */
    public static final String UNRESOLVED = "unresolved";
    /** How a basis begins when all that is known is many hosts': then the identity stands for its host. */
    public static final String MANY = "shared";
    /** An address that is configured to be of many, such as a proxy's, and nothing else was named: it stands for itself. */
    public static final String SHARED = MANY + " address";

    /** An account used from outside, or configured to be of many: no one host of ours is behind it, so it stands for itself. */
    public static final String ACCOUNT = "account used from outside or by many";

    /** As a field's value: of one the name, of several a list. */
    public static Object hosts(List<HostChoice> choices) {
        return choices.size() == 1
                ? choices.getFirst().host()
                : choices.stream().map(HostChoice::host).toList();
    }

    /** Whether the host is a name, and not an identity that stands for one. */
    public boolean isName() {
        return !basis.equals(UNRESOLVED) && !basis.startsWith(MANY) && !basis.equals(ACCOUNT);
    }
}
