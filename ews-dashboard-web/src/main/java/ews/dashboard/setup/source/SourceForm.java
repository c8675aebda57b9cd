package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.sensors.source.CalmPeriods;
import ews.sensors.source.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new source as typed.
 *
 * @param write any value if its key may send events
 * @param read any value if its key may read through the API
 * @param configure any value if its key may change what admins set up
 * @param alerts whether its events raise alerts at once, or are kept calm
 * @param calmDays for how many days they are kept calm
 */
record SourceForm(
        @Nullable String name,
        @Nullable String write,
        @Nullable String read,
        @Nullable String configure,
        @Nullable String alerts,
        @Nullable String calmDays) {

    static final String CALM = "calm";

    static final SourceForm BLANK = new SourceForm("", "on", null, null, null, "7");

    /**
     * What the form says, once it is right.
     *
     * @param calmDays for how many days its events are kept calm; 0 if they raise alerts at once
     */
    record Details(String name, Set<Scope> scopes, int calmDays) {}

    public boolean isCalm() {
        return CALM.equals(alerts);
    }

    Set<Scope> scopes() {
        var scopes = EnumSet.noneOf(Scope.class);
        if (write != null) {
            scopes.add(Scope.WRITE);
        }
        if (read != null) {
            scopes.add(Scope.READ);
        }
        if (configure != null) {
            scopes.add(Scope.CONFIGURE);
        }
        return scopes;
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields) {
        Optional<String> title = fields.text("name", typed(name), 100);
        if (scopes().isEmpty()) {
            fields.wrong("scopes", "Choose at least one.");
        }
        int calm = isCalm()
                ? fields.whole("calmDays", typed(calmDays), 1, CalmPeriods.LONGEST)
                        .orElse(0)
                : 0;
        return fields.areRight() ? Optional.of(new Details(title.orElseThrow(), scopes(), calm)) : Optional.empty();
    }
}
