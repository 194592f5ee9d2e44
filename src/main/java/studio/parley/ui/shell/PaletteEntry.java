package studio.parley.ui.shell;

/** One thing the palette offers: words, what stands right of them (a key), whether it can be done now, and doing it. */
record PaletteEntry(String words, String group, String hint, boolean enabled, Runnable action) {}
