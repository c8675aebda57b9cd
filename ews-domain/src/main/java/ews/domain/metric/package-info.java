/** Named numbers of one account at one time, each a pure function of its facts. */
@NullMarked
package ews.domain.metric;

import org.jspecify.annotations.NullMarked;
