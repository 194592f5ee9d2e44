package studio.parley.ui.shell.menu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.command.Commands;

/**
 * Which commands are in which menu, and in which order. An entry is a command, {@code -} for a separator, {@code +name} for a submenu, or
 * {@code *} for the remaining commands of the menu's groups.
 */
public final class MenuPlan {
    static final String LINE = "-";
    static final String REST = "*";
    /** The prefix of an entry for a submenu. */
    static final String INNER = "+";
    /** The entry for recent projects. */
    static final String RECENT = "+recent";
    /** The menus in their usual order. */
    static final List<String> MENUS = List.of("file", "edit", "view", "line", "voice", "transport", "render", "help");
    /** The menu of a command that is not in the plan, by its group. */
    private static final Map<String, String> HOMES = Map.of("script", "line", "takes", "line", "timeline", "line", "checks", "view", "side", "view");

    private static final Map<String, List<String>> ENTRIES = Map.ofEntries(
            menu("file", "file.new file.open +recent file.sample file.close - file.save file.saveAs file.collect file.relink"
                    + " - file.import file.reimport file.importRecording file.saveScript file.export - * file.project - file.quit"),
            menu("edit", "edit.undo edit.redo edit.history - script.cut script.copy script.paste script.paste.preview script.delete script.selectAll"
                    + " - script.find script.replace script.findNext script.findPrevious - * view.settings view.model view.sound"),
            menu("view", "view.palette +go - view.side side.voices side.line side.checks - view.timeline +zoom timeline.spectrogram - view.queue view.queueList view.notices"
                    + " - view.larger view.smaller view.usual view.dark view.fullScreen *"),
            menu("zoom", "timeline.zoomIn timeline.zoomOut timeline.zoomFit timeline.zoomSelection - timeline.louder timeline.quieter"),
            menu("go", "script.focus timeline.focus view.nextSection view.previousSection view.menu - checks.next checks.previous"),
            menu("line", "script.add script.duplicate script.split script.insertPause script.merge script.up script.down script.deleteLine - "
                    + "script.direction script.timing - takes.retake takes.three script.retakeSentence +takes - +clip +place +clipGo *"),
            menu("takes", "takes.next takes.previous takes.compare takes.accept takes.lock takes.flag - takes.stars0 takes.stars1 takes.stars2"
                    + " takes.stars3 takes.stars4 takes.stars5"),
            menu("clip", "timeline.edit timeline.gain timeline.fades timeline.duck - timeline.faster timeline.slower timeline.usualSpeed"
                    + " timeline.speed timeline.fit - timeline.playClip timeline.split timeline.join timeline.duplicate timeline.delete"
                    + " timeline.deleteTrack timeline.deleteAll"),
            menu("place", "timeline.nudgeLeft timeline.nudgeRight timeline.nudgeLeftFine timeline.nudgeRightFine - timeline.pin timeline.unpin"
                    + " timeline.apart - timeline.ripple timeline.snap"),
            menu("clipGo", "timeline.next timeline.previous timeline.nextClip timeline.previousClip timeline.trackUp timeline.trackDown"
                    + " - timeline.selectAll"),
            menu("voice", "script.speaker +speakers - timeline.mute timeline.solo - script.pronunciation *"),
            menu("speakers", "script.speaker1 script.speaker2 script.speaker3 script.speaker4 script.speaker5 script.speaker6 script.speaker7"
                    + " script.speaker8 script.speaker9"),
            menu("transport", "transport.toggle transport.once transport.pause transport.stopHere transport.rewind transport.end - script.play script.playWord"
                    + " transport.selection +around - +wind +shuttle +loops - timeline.marker +markers - script.follow timeline.follow * transport.listen"),
            menu("wind", "transport.back transport.forward transport.backMore transport.forwardMore"),
            menu("shuttle", "transport.reverse transport.hold transport.faster - transport.speedDown transport.speedUp"),
            menu("loops", "transport.loop timeline.loopSelection timeline.loopOff"),
            menu("around", "transport.cutPreview transport.beforeStart transport.afterStart transport.beforeEnd transport.afterEnd"),
            menu("markers", "timeline.nextMarker timeline.previousMarker timeline.nextEdge timeline.previousEdge"),
            menu("render", "render.stale render.affected render.line render.selection render.all checks.retake - takes.acceptAll"
                    + " - render.pause render.cancel render.cancelLine render.retry *"),
            menu("help", "help.keys help.doctor help.log help.report * - help.about"));

    /** The menu of each command of the plan, directly or in a submenu. */
    private static final Map<String, String> MENU_OF = new HashMap<>();

    static {
        for (var menu : MENUS) for (var entry : Objects.requireNonNull(ENTRIES.get(menu))) {
            MENU_OF.put(entry, menu);
            if (entry.startsWith(INNER)) ENTRIES.getOrDefault(entry.substring(1), List.of()).forEach(inner -> MENU_OF.put(inner, menu));
        }
    }

    private MenuPlan() {}

    private static Map.Entry<String, List<String>> menu(String name, String entries) {
        return Map.entry(name, List.of(entries.split(" ")));
    }

    /** The current content of a menu, with {@link #REST} resolved. */
    static List<String> entries(String menu, Commands commands) {
        var out = new ArrayList<String>();
        for (var entry : ENTRIES.getOrDefault(menu, List.of())) {
            if (!entry.equals(REST)) out.add(entry);
            else commands.all().stream().filter(c -> !isSecondKey(commands, c) && !MENU_OF.containsKey(c.id()) && menuOf(c).equals(menu))
                    .map(Command::id).forEach(out::add);
        }
        return out;
    }

    /** The title of the menu of a command, directly or in a submenu. */
    static String titleOf(Command command) {
        return title(menuOf(command));
    }

    static String menuOf(Command command) {
        var named = MENU_OF.get(command.id());
        if (named != null) return named;
        return MENUS.contains(command.group()) ? command.group() : HOMES.getOrDefault(command.group(), "view");
    }

    static String title(String menu) {
        return titleWithMnemonic(menu).replace("_", "");
    }

    /** With {@code _} before the letter that opens the menu with Alt: no command has that key. */
    static String titleWithMnemonic(String menu) {
        return Messages.of("shell.menu." + menu);
    }

    /** Such as a second shortcut for redo: a key, but nothing else to choose. */
    public static boolean isSecondKey(Commands commands, Command command) {
        var first = command.id().substring(0, command.id().length() - 1);
        return command.id().endsWith("2") && commands.has(first) && !commands.has(first + "1");
    }
}
