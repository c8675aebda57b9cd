package ews.sensors.csv;

/** How the text of a cell is read. */
public enum CellForm {
    TEXT,
    /** One of some words, in whatever case, with spaces or hyphens for underscores. */
    CODE,
    NUMBER,
    FLAG,
    DATE,
    TIME
}
