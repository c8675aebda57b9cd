package ews.plays.channel;

import java.net.InetAddress;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record Network(InetAddress base, int bits) {

    static Network of(String written) {
        String[] parts = written.split("/", 2);
        try {
            return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A network is written like 10.0.0.0/8; got " + written, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
