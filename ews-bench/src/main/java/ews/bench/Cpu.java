package ews.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of processes, user and system, as Linux counts it in {@code /proc}. */
final class Cpu {

    /** USER_HZ, which is 100 on every Linux that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    /** The fields of {@code /proc/<pid>/stat} that we need, counted after the closing bracket of the name. */
    private static final int PARENT = 1;

    private static final int OWN = 11;
    private static final int WAITED_FOR = 13;

    private Cpu() {}

    /** Seconds of one process, without its children. */
    static double of(long pid) throws IOException {
        return ticks(stat(Path.of("/proc", Long.toString(pid), "stat")), OWN) / TICKS_A_SECOND;
    }

    /** Seconds of a process and its children, both those that live and those that ended. */
    static double ofTree(long pid) throws IOException {
        List<String> parent = stat(Path.of("/proc", Long.toString(pid), "stat"));
        double ticks = ticks(parent, OWN) + ticks(parent, WAITED_FOR);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(it -> it.getFileName().toString().chars().allMatch(Character::isDigit))
                    .toList()) {
                List<String> stat = stat(process.resolve("stat"));
                if (!stat.isEmpty() && Long.parseLong(stat.get(PARENT)) == pid) {
                    ticks += ticks(stat, OWN);
                }
            }
        }
        return ticks / TICKS_A_SECOND;
    }

    private static double ticks(List<String> stat, int first) {
        return Long.parseLong(stat.get(first)) + Long.parseLong(stat.get(first + 1));
    }

    /** Empty if the process has ended meanwhile. */
    private static List<String> stat(Path file) {
        try {
            String text = Files.readString(file);
            return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return List.of();
            }
            throw new UncheckedIOException(e);
        }
    }
}
