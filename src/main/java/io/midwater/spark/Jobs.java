package io.midwater.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** How Spark jobs are run: under a name, and with results that reach the driver as soon as each partition is done. */
public final class Jobs {
    private Jobs() {}

    /** @param name of every job that the action starts, as the Spark UI shows it */
    public static <T> T described(SparkContext context, String name, Supplier<T> action) {
        context.setJobDescription(name);
        try {
            return action.get();
        } finally {
            context.setJobDescription(null);
        }
    }

    /**
     * Runs a job whose results come partition by partition.
     *
     * @param results small rows; each partition's arrive together, once, whatever attempts there were
     * @param handler called by one thread at a time, in no certain order of partitions; it must be quick
     */
    public static <T> void forEachPartition(RDD<T> results, Consumer<List<T>> handler) {
        List<Object> partitions = new ArrayList<>();
        for (int i = 0; i < results.getNumPartitions(); i++) {
            partitions.add(i);
        }
        results.sparkContext()
                .runJob(
                        results,
                        new Collect<T>(),
                        CollectionConverters.asScala(partitions).toSeq(),
                        new Deliver<>(handler),
                        ClassTag.apply(ArrayList.class));
    }

    private static final class Collect<T> extends AbstractFunction2<TaskContext, Iterator<T>, ArrayList<T>>
            implements Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public ArrayList<T> apply(TaskContext context, Iterator<T> rows) {
            ArrayList<T> collected = new ArrayList<>();
            while (rows.hasNext()) {
                collected.add(rows.next());
            }
            return collected;
        }
    }

    /** Stays on the driver. */
    private static final class Deliver<T> extends AbstractFunction2<Object, ArrayList<T>, BoxedUnit> {
        private final Consumer<List<T>> handler;

        Deliver(Consumer<List<T>> handler) {
            this.handler = handler;
        }

        @Override
        public BoxedUnit apply(Object partition, ArrayList<T> rows) {
            handler.accept(rows);
            return BoxedUnit.UNIT;
        }
    }
}
