using System;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The vectors that rows of pixels are computed in, one after the other.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="lines">The rows of a plane of the result.</param>
/// <param name="width">Their pixels.</param>
/// <param name="pitch">From a row to the next in what is read.</param>
internal struct PixelPlaces<TLanes, T>(int lines, int width, int pitch)
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private int _source;
    private int _result;
    private int _column;

    /// <summary>How many there are.</summary>
    public readonly int Count => lines * ((width + TLanes.Count - 1) / TLanes.Count);

    /// <summary>
    /// The next one. All its pixels are stored, as those behind its row are written again with the next row, unless they are behind the plane.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PixelPlace Take()
    {
        int count = _result + TLanes.Count <= lines * width ? TLanes.Count : Math.Min(TLanes.Count, width - _column);
        var place = new PixelPlace(_source, _result, count);
        _column += TLanes.Count;
        if (_column < width)
        {
            _source += TLanes.Count;
            _result += TLanes.Count;
        }
        else
        {
            _source += pitch - _column + TLanes.Count;
            _result += width - _column + TLanes.Count;
            _column = 0;
        }

        return place;
    }
}
