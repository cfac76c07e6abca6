namespace GenNet;

/// <summary>Where a vector of pixels is read, where its sum goes, and how many of them are stored: those behind the plane stay as they are.</summary>
internal readonly record struct PixelPlace(int Source, int Result, int Count);
