package ews.domain.score;

/** What an indicator is about, and whether it tells of a change before or after somebody at the account does. */
public enum IndicatorGroup {
    PRODUCT_USAGE("Product usage", true),
    BUSINESS_OUTCOMES("Business outcomes", true),
    SERVICE_UTILIZATION("Service utilization", true),
    CUSTOMER_FEEDBACK("Customer feedback", false),
    SUPPORT_AND_OPERATIONS("Support & operations", false);

    private final String label;
    private final boolean proactive;

    IndicatorGroup(String label, boolean proactive) {
        this.label = label;
        this.proactive = proactive;
    }

    public String label() {
        return label;
    }

    public boolean isProactive() {
        return proactive;
    }
}
