/**
 * Files that people edit become validated values, each fault with its file, line and remedy. Start
 * reading at {@code ConfigurationFile}.
 */
@NullMarked
package org.neighborline.config;

import org.jspecify.annotations.NullMarked;
