package studio.parley.ui.shell.menu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.kit.FuzzyMatcher;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.session.ProjectSession;

/** The matches of a query: commands, lines by number and by text, recent projects; best first. */
public final class PaletteEntries {
    private static final Pattern NUMBER = Pattern.compile("\\D{0,20}?(\\d{1,6})");
    private static final int MOST_LINES = 8;
    private record Scored(int score, PaletteEntry entry) {}

    private final Commands commands;
    private final Optional<ProjectSession> session;
    private final List<Path> recent;
    private final Consumer<Path> open;

    public PaletteEntries(Commands commands, Optional<ProjectSession> session, List<Path> recent, Consumer<Path> open) {
        this.commands = commands;
        this.session = session;
        this.recent = recent;
        this.open = open;
    }

    List<PaletteEntry> matching(String query) {
        var scored = new ArrayList<Scored>();
        var all = new ArrayList<>(commands.all());
        all.sort(Comparator.comparingInt(c -> MenuPlan.MENUS.indexOf(MenuPlan.menuOf(c))));
        for (var command : all) {
            if (MenuPlan.isSecondKey(commands, command) || command.id().equals("view.palette")) continue;
            FuzzyMatcher.score(query, family(command) + " " + command.label()).ifPresent(s -> scored.add(new Scored(s + bonus(query, command), of(command))));
        }
        if (!query.isBlank()) {
            for (var path : recent) FuzzyMatcher.score(query, RecentProjects.name(path)).ifPresent(s -> scored.add(new Scored(s, of(path))));
        }
        scored.sort(Comparator.comparingInt(Scored::score).reversed());
        var out = new ArrayList<>(numbered(query));
        scored.forEach(s -> out.add(s.entry()));
        if (query.isBlank()) recent.forEach(p -> out.add(of(p)));
        out.addAll(spoken(query));
        return out;
    }

    private static String family(Command command) {
        var key = "shell.group." + command.group();
        return Messages.has(key) ? Messages.of(key) : command.group();
    }

    private int bonus(String query, Command command) {
        return command.label().toLowerCase(Locale.ROOT).startsWith(query.strip().toLowerCase(Locale.ROOT)) ? 20 : 0;
    }

    private PaletteEntry of(Command command) {
        var key = commands.key(command.id()).map(k -> k.getDisplayText()).orElse("");
        return new PaletteEntry(command.label(), MenuPlan.titleOf(command), key, command.enabled().get(), () -> commands.run(command.id()));
    }

    private PaletteEntry of(Path project) {
        return new PaletteEntry(Messages.of("shell.palette.open", RecentProjects.name(project)), Messages.of("shell.palette.recent"), "", true, () -> open.accept(project));
    }

    /** "12", "line 12", "go to line 12". */
    private List<PaletteEntry> numbered(String query) {
        var match = NUMBER.matcher(query.strip());
        if (session.isEmpty() || !match.matches()) return List.of();
        int number = Integer.parseInt(match.group(1));
        var lines = session.get().document().lines();
        return number < 1 || number > lines.size() ? List.of() : List.of(of(number, lines.get(number - 1)));
    }

    /** Lines that contain it. */
    private List<PaletteEntry> spoken(String query) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        if (session.isEmpty() || wanted.length() < 2) return List.of();
        var out = new ArrayList<PaletteEntry>();
        var lines = session.get().document().lines();
        for (int i = 0; i < lines.size() && out.size() < MOST_LINES; i++) {
            if (lines.get(i).text().toLowerCase(Locale.ROOT).contains(wanted)) out.add(of(i + 1, lines.get(i)));
        }
        return out;
    }

    private PaletteEntry of(int number, Line line) {
        var at = session.orElseThrow();
        var speaker = at.document().conversation().speaker(line.speaker()).name();
        var words = speaker + ": " + line.text().replace('\n', ' ');
        return new PaletteEntry(words, Messages.of("shell.palette.line", String.valueOf(number)), "", true, () -> {
            at.select(Selection.of(line.id()));
            at.arrangement().part(line.id()).ifPresent(p -> {
                if (!at.player().playingProperty().get()) at.player().seek(at.arrangement().seconds(p.start()));
            });
        });
    }
}
