package io.tadoru.serve.access;

import io.javalin.security.RouteRole;

/** What a route asks of its caller; a route that says nothing refuses everybody. */
public enum Need implements RouteRole {
    /** Holds no data: the page's own files, the API's description, health. */
    NOTHING,
    READ,
    DECIDE;

    /** Whether that role is enough. */
    public boolean metBy(AccessRole role) {
        return switch (this) {
            case NOTHING, READ -> true;
            case DECIDE -> role == AccessRole.ANALYST;
        };
    }
}
