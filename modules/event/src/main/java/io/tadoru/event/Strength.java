package io.tadoru.event;

/** How strongly an observation ties an identity to a host, weakest first; contradictions are decided by it. */
public enum Strength {
    /** A list that people keep. */
    INVENTORY,
    /** A mailbox was opened from there. */
    MAIL_LOGIN,
    /** The DHCP server gave the address to a client of that name. */
    LEASE,
    VPN,
    LOGON,
    /** An agent on the host itself said so. */
    EPP
}
