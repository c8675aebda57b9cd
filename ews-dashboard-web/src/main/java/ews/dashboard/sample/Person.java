package ews.dashboard.sample;

/**
 * Somebody who uses the product at a customer.
 *
 * @param joinedAgo the day of the first sign-in
 * @param loyalty when the customer's activity falls to this share, the person stops; the champion, with 0, is the last
 * @param habit the chance of a working day with usage
 * @param holidayWeek the first of two weeks of summer holidays, as a week of the year
 */
record Person(String key, String name, String email, int joinedAgo, double loyalty, double habit, int holidayWeek) {

    boolean isChampion() {
        return loyalty == 0;
    }
}
