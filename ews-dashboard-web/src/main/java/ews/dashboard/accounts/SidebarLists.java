package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.shell.WatchLists;
import ews.domain.member.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers the built-in watch lists in the sidebar, counted over the viewer's own accounts or, for others, over all. */
@Component
class SidebarLists implements WatchLists {

    private final Portfolio portfolio;

    SidebarLists(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @Override
    public List<WatchList> of(Viewer viewer) {
        Owner owner = viewer.role() == Role.CSM ? new Owner.Csm(viewer.id()) : new Owner.Everybody();
        var counts = portfolio.counts(owner);
        return Stream.of(BuiltInList.values())
                .map(list -> new WatchList(list.key(), list.label(), list.colour(), counts.getOrDefault(list, 0L)))
                .toList();
    }
}
