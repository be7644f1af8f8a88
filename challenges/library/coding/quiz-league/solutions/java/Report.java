/** Points for a team, under a name by which they are known when they come again. */
record Report(String report, String team, int points) {}
