package io.midwater.feed;

import java.io.Serializable;

/**
 * What a participants file says about one broker.
 *
 * @param name null where the file says nothing
 */
public record ParticipantRow(long id, String name) implements Serializable {}
