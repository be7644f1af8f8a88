/** One of the copies of a score; {@code borrower} is null while it is on the shelf. */
public final class Copy {
    private final Score score;
    private final int number;
    private volatile Singer borrower;

    Copy(Score score, int number) {
        this.score = score;
        this.number = number;
    }

    public Score score() {
        return score;
    }

    public int number() {
        return number;
    }

    public Singer borrower() {
        return borrower;
    }

    void lendTo(Singer singer) {
        borrower = singer;
    }

    void takeBack() {
        borrower = null;
    }
}
