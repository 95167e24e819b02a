package io.tadoru.identity;

/**
 * The host a party's event belongs to.
 *
 * @param host its name, or the identity itself ({@code ip:10.1.2.3}) until something is known
 * @param basis how it was found: {@link #LOG}, what tied the identity to it, {@link #UNRESOLVED}, {@link #SHARED} or
 *     {@link #ACCOUNT}
 */
public record HostChoice(String host, String basis) {
    /** The log names the host itself. */
    public static final String LOG = "log";
    /** Nothing is known of the identity, so it stands for its host. */
    public static final String UNRESOLVED = "unresolved";
    /** An address of many, such as a proxy's, and nothing else was named: it stands for itself. */
    public static final String SHARED = "shared address";

    /** Somebody outside used an account: no host of ours need have any part in it, so the account stands for itself. */
    public static final String ACCOUNT = "account used from outside";

    /** Whether the host is a name, and not an identity that stands for one. */
    public boolean isName() {
        return !basis.equals(UNRESOLVED) && !basis.equals(SHARED) && !basis.equals(ACCOUNT);
    }
}
