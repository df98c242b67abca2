/** Help requests and offers, and their lives. Start reading at {@code HelpRequest}. */
@NullMarked
package org.neighborline.request;

import org.jspecify.annotations.NullMarked;
