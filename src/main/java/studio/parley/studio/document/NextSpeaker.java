package studio.parley.studio.document;

/** Who most likely speaks next while a dialogue is typed. */
public final class NextSpeaker {
    private NextSpeaker() {}

    /**
     * The last other person who spoke up to line {@code index} (two people alternate), else the next in the list of speakers, else
     * the same one again.
     *
     * @return a speaker's number; -1 when there is no speaker at all
     */
    public static int after(Document document, int index) {
        var speakers = document.conversation().speakers();
        if (speakers.isEmpty()) return -1;
        if (index < 0 || index >= document.lines().size()) return speakers.getFirst().number();
        int now = document.lines().get(index).speaker();
        for (int i = index - 1; i >= 0; i--) if (document.lines().get(i).speaker() != now) return document.lines().get(i).speaker();
        return beside(document, now, 1);
    }

    /** The speaker {@code by} places on in the list, around its ends. */
    public static int beside(Document document, int number, int by) {
        var numbers = document.conversation().speakers().stream().map(s -> s.number()).toList();
        if (numbers.isEmpty()) return number;
        return numbers.get(Math.floorMod(numbers.indexOf(number) + by, numbers.size()));
    }
}
