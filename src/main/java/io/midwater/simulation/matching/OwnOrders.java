package io.midwater.simulation.matching;

import java.util.Arrays;

/** The indexes of single participants' orders, by participant: a small open-addressing table. */
final class OwnOrders {
    private int[] participants = new int[16];
    private PriorityIndex[] indexes = new PriorityIndex[16];
    private int size;

    boolean any() {
        return size > 0;
    }

    /** The participant's index, or null if none has been put. */
    PriorityIndex find(int participant) {
        return indexes[slot(participant)];
    }

    void put(int participant, PriorityIndex index) {
        if (2 * size >= indexes.length) {
            grow();
        }
        int slot = slot(participant);
        participants[slot] = participant;
        indexes[slot] = index;
        size++;
    }

    void clear() {
        for (PriorityIndex index : indexes) {
            if (index != null) {
                index.removeAll();
            }
        }
    }

    private int slot(int participant) {
        int mask = indexes.length - 1;
        int slot = (participant * 0x9E3779B9) >>> 16 & mask;
        while (indexes[slot] != null && participants[slot] != participant) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldParticipants = participants;
        PriorityIndex[] oldIndexes = indexes;
        participants = Arrays.copyOf(participants, 2 * participants.length);
        indexes = new PriorityIndex[participants.length];
        size = 0;
        for (int i = 0; i < oldIndexes.length; i++) {
            if (oldIndexes[i] != null) {
                put(oldParticipants[i], oldIndexes[i]);
            }
        }
    }
}
