package ews.dashboard.setup.member;

/** What a member is responsible for: accounts that have not cancelled, and tasks. Somebody must take it over. */
record Workload(int accounts, int openTasks) {

    public boolean isEmpty() {
        return accounts == 0 && openTasks == 0;
    }

    /** For example {@code 12 accounts and 1 open task}. */
    public String text() {
        return "%d %s and %d open %s"
                .formatted(
                        accounts, accounts == 1 ? "account" : "accounts", openTasks, openTasks == 1 ? "task" : "tasks");
    }
}
