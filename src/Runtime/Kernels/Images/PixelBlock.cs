namespace GenNet;

/// <summary>So many rows of pixels of so many samples, or a part of a row.</summary>
internal readonly record struct PixelBlock(int Samples, int Lines, int Columns);
