package ews.dashboard.health;

import ews.dashboard.health.HealthReports.Load;
import ews.dashboard.view.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Question 5: whether a CSM is overloaded with accounts in poor health.
 *
 * @param width of a bar of poor accounts, 100 for who has most
 */
record CsmRow(
        String name,
        String accounts,
        String arr,
        String poor,
        String poorArr,
        double width,
        String openTasks,
        String overdueTasks,
        boolean overdue,
        @Nullable String href,
        @Nullable String tasksHref) {

    static List<CsmRow> all(Numbers numbers) {
        long most = numbers.load().stream()
                .mapToLong(load -> load.poor().accounts())
                .max()
                .orElse(0);
        return numbers.load().stream().map(load -> of(load, most, numbers)).toList();
    }

    private static CsmRow of(Load load, long most, Numbers numbers) {
        return new CsmRow(
                load.name(),
                Figures.whole(load.all().accounts()),
                load.all().arr().all(),
                Figures.whole(load.poor().accounts()),
                load.poor().arr().all(),
                Numbers.percent(load.poor().accounts(), most),
                Figures.whole(load.openTasks()),
                Figures.whole(load.overdueTasks()),
                load.overdueTasks() > 0,
                numbers.accountsOf(load),
                numbers.tasksOf(load));
    }
}
