package ews.dashboard.templates;

import ews.dashboard.view.When;
import ews.plays.email.TemplateVersion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A version of a template in the list of them.
 *
 * @param live whether it is what the template says now
 * @param changes what is different from the version before; empty for the first
 */
record TemplateLine(int version, boolean live, String reason, String written, List<TemplateChange> changes) {

    /** @param versions newest first */
    static List<TemplateLine> of(List<TemplateVersion> versions, When when) {
        return IntStream.range(0, versions.size())
                .mapToObj(place -> {
                    TemplateVersion it = versions.get(place);
                    return new TemplateLine(
                            it.template().version(),
                            place == 0,
                            it.reason(),
                            "%s, %s".formatted(it.author(), when.within(it.time())),
                            place + 1 < versions.size()
                                    ? TemplateChange.between(
                                            versions.get(place + 1).template(), it.template())
                                    : List.of());
                })
                .toList();
    }
}
