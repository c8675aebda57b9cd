package ews.detection.alert;

import ews.domain.alert.AlertId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some alerts of a longer list, the latest first.
 *
 * @param next after which alert the next page begins; {@code null} if this is the last page
 */
public record AlertPage(List<Alert> alerts, @Nullable AlertId next) {}
