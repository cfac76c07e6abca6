using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Where framed images are read for up to eight places of the window.</summary>
[InlineArray(8)]
internal struct EightPlaces
{
    private int _first;
}
