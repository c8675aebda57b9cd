package ews.sensors.dialect;

/** The batch has more events than one request may carry. */
public final class TooManyEvents extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyEvents(int most) {
        super(
                "A batch may have at most %d events; send the rest in another request.".formatted(most),
                null,
                false,
                false);
    }
}
