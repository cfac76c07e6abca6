namespace GenNet;

/// <summary>Where framed images are read for four places of the window.</summary>
internal readonly record struct FourPlaces(int P0, int P1, int P2, int P3);
