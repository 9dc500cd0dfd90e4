/** Tables in columns: schemas, blocks of coded columns and groups of rows on their way from readers to writers. */
package io.midwater.domain.table;
