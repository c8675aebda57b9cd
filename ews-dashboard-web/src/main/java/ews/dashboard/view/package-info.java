/** What pages share: how numbers, money and days read, and the small views that appear on many pages. */
@NullMarked
package ews.dashboard.view;

import org.jspecify.annotations.NullMarked;
