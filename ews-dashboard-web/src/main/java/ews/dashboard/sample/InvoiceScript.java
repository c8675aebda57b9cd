package ews.dashboard.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Invoices on the contract's day of the month: issued, paid after some weeks, some late, and some not at all. */
record InvoiceScript() implements Script {

    private static final int DUE_DAYS = 30;
    private static final int LATEST = 48;
    private static final int MONTHS_A_YEAR = 12;
    private static final double LATE = 0.03;

    @Override
    public void tell(Scene scene) {
        for (int issued = scene.ago() + LATEST; issued >= scene.ago(); issued--) {
            if (isIssued(scene, issued)) {
                tell(scene, issued);
            }
        }
    }

    private static boolean isIssued(Scene scene, int ago) {
        Customer customer = scene.customer();
        if (!customer.isCustomer(ago)
                || customer.isOnTrial(ago)
                || customer.annualValue(ago) == 0
                || ago > ContractScript.FIRST_DAY) {
            return false;
        }
        LocalDate since = scene.date(customer.paysSince());
        LocalDate day = scene.date(ago);
        int dayOfMonth = Math.min(since.getDayOfMonth(), day.lengthOfMonth());
        long months = ChronoUnit.MONTHS.between(since.withDayOfMonth(1), day.withDayOfMonth(1));
        return day.getDayOfMonth() == dayOfMonth && months % customer.cohort().monthsAnInvoice() == 0;
    }

    private static void tell(Scene scene, int issued) {
        Customer customer = scene.customer();
        int day = issued - scene.ago();
        Dice dice = scene.dice("invoice", issued);
        boolean pays = customer.story().pays(issued);
        boolean late = !pays || dice.chance(LATE);
        int paidOn = late ? dice.between(DUE_DAYS + 3, LATEST) : dice.between(7, DUE_DAYS - 3);
        if (day == 0) {
            int amount = customer.annualValue(issued) * customer.cohort().monthsAnInvoice() / MONTHS_A_YEAR;
            change(scene, issued, "issued", 5)
                    .with("amount", amount)
                    .with("currency", "USD")
                    .with("dueDate", scene.date().plusDays(DUE_DAYS).toString());
        }
        if (late && day == DUE_DAYS + 1) {
            change(scene, issued, "overdue", 4);
        }
        if (pays && day == paidOn) {
            change(scene, issued, "paid", 13);
        }
    }

    private static SampleEvent change(Scene scene, int issued, String status, double hour) {
        String invoice = "in-" + scene.customer().key() + "-" + scene.date(issued);
        return scene.tell("invoice", invoice + "-" + status, hour)
                .with("invoice", invoice)
                .with("status", status);
    }
}
