namespace GenNet;

/// <summary>How many rows a batch has, and how many threads divide the work on them.</summary>
/// <param name="Count">The number of rows; what is no whole number of rows is for the network to refuse.</param>
/// <param name="Parts">The number of parts, from 1.</param>
internal readonly record struct BatchRows(int Count, int Parts);
