/** The batch run over files.. */
@NullMarked
package io.tadoru.investigate;

import org.jspecify.annotations.NullMarked;
