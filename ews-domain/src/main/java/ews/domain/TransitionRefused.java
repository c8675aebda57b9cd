package ews.domain;

/** Something is not in a state that allows the change; the message names the state that it is in. */
public final class TransitionRefused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public TransitionRefused(String message) {
        super(message);
    }
}
