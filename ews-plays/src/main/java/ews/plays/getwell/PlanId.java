package ews.plays.getwell;

/** Identifies a get-well plan. */
public record PlanId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
