package io.midwater.domain;

/**
 * The names an order goes by; each scheme is exclusive and exhaustive.
 *
 * @param funnelStep last step of the study funnel that the order passed, 0 … 5; −1 outside the study population
 * @param inStudy population, new that day, no auction trade, something rested
 * @param survivor in the study, fully filled by trading
 * @param notionalBucket null for market orders
 * @param arrivalHour of the local day, 0 … 23
 */
public record OrderClasses(
        Outcome outcome,
        int funnelStep,
        boolean inStudy,
        boolean survivor,
        String sizeBucket,
        String notionalBucket,
        String timeOfDay,
        int arrivalHour) {}
