package ews.detection.past;

import ews.domain.account.AccountPortion;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Goes through all portions with two workers, as often as wanted. */
public final class Passes implements AutoCloseable {

    /** Two, so that one reads while the other computes; more would slow down what the product is for. */
    private static final int WORKERS = 2;

    private final List<AccountPortion> portions;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

    public Passes(List<AccountPortion> portions) {
        this.portions = List.copyOf(portions);
    }

    /** @throws CompletionException with what went wrong; the portions that are left are not looked at then */
    public void each(Consumer<AccountPortion> look) {
        gather(() -> look, Consumer::accept);
    }

    /**
     * The same where each worker gathers something of its own, to be added up at the end.
     *
     * @throws CompletionException with what went wrong; the portions that are left are not looked at then
     */
    public <G> List<G> gather(Supplier<G> own, BiConsumer<G, AccountPortion> look) {
        return gather(portions, own, look);
    }

    /**
     * The same with some accounts, in portions of another kind.
     *
     * @throws CompletionException with what went wrong; the portions that are left are not looked at then
     */
    public <P, G> List<G> gather(List<P> some, Supplier<G> own, BiConsumer<G, P> look) {
        var left = new ConcurrentLinkedQueue<>(some);
        List<CompletableFuture<G>> gathered = IntStream.range(0, WORKERS)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> work(left, own.get(), look), workers))
                .toList();
        return gathered.stream().map(CompletableFuture::join).toList();
    }

    private static <P, G> G work(Queue<P> left, G gathered, BiConsumer<G, P> look) {
        try {
            for (P portion = left.poll(); portion != null; portion = left.poll()) {
                look.accept(gathered, portion);
            }
            return gathered;
        } catch (RuntimeException e) {
            left.clear(); // nobody needs the rest
            throw e;
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
