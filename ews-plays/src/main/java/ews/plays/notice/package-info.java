/** What members are told of: as they chose, when it suits them, and each thing once. */
@NamedInterface
@NullMarked
package ews.plays.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
