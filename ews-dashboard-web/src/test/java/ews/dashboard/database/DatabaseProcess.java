package ews.dashboard.database;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** For tests: a process with an embedded database, which waits to be killed. */
final class DatabaseProcess {

    private DatabaseProcess() {}

    public static void main(String[] arguments) {
        EmbeddedDatabase.start(Path.of(arguments[0]));
        System.out.println("started");
        while (true) {
            LockSupport.park();
        }
    }
}
