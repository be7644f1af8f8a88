/** A line of the table. */
record Entry(long rank, String team, long points) {}
