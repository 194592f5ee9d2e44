package studio.parley.ui.shell.menu;

/** One entry of the palette: its text, the hint at its right (a key), whether it is enabled, and its action. */
record PaletteEntry(String words, String group, String hint, boolean enabled, Runnable action) {}
