package ews.sensors.dialect;

/** The body as a whole is not what the dialect prescribes; the message says where and what to do. */
public final class MalformedBody extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedBody(String message) {
        super(message, null, false, false);
    }
}
