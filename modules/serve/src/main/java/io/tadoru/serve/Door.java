package io.tadoru.serve;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import io.tadoru.serve.access.Admission;
import io.tadoru.serve.access.Caller;
import io.tadoru.serve.access.Gate;
import io.tadoru.serve.access.Need;
import io.tadoru.serve.api.Callers;
import io.tadoru.serve.api.Problem;
import java.io.IOException;
import java.util.Set;

/** Lets a request through to its route, or does not. */
final class Door {
    private final Gate gate;

    Door(Gate gate) {
        this.gate = gate;
    }

    /** A route that declares nothing is open to nobody. */
    void check(Context context) throws IOException {
        Set<RouteRole> roles = context.routeRoles();
        if (!(roles.size() == 1 && roles.iterator().next() instanceof Need need)) {
            throw forbidden();
        }
        if (need != Need.NOTHING) {
            enter(context, need);
        }
    }

    private void enter(Context context, Need need) throws IOException {
        Caller caller = admitted(context);
        if (!need.metBy(caller.role())) {
            throw forbidden();
        }
        Callers.set(context, caller);
    }

    private Caller admitted(Context context) throws IOException {
        String address = context.req().getRemoteAddr();
        return switch (gate.admit(context.req().getHeader("Authorization"), address)) {
            case Admission.Admitted admitted -> admitted.caller();
            case Admission.Refused refused -> throw Problem.of(401, "Unauthorized", "A valid token is needed.");
            case Admission.TooMany tooMany -> throw Problem.of(429, "Too many", "Ask again in a minute.");
        };
    }

    private static Problem forbidden() {
        return Problem.of(403, "Forbidden", "The token does not allow this.");
    }
}
