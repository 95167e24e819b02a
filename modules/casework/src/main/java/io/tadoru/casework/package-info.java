/** What is handed on.. */
@NullMarked
package io.tadoru.casework;

import org.jspecify.annotations.NullMarked;
