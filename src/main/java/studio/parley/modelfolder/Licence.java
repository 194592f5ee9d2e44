package studio.parley.modelfolder;

/** The terms of a part of a model. */
public record Licence(String part, String licence, String attribution) {}
