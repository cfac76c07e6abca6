using System;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>Where the framed images of a group are read, in numbers, place by place of the window and channel by channel, as the weights of a filter stand.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="taps">The places of the window within a channel.</param>
/// <param name="channel">Where the first channel begins.</param>
/// <param name="channelSize">From a channel to the next.</param>
internal ref struct WindowPlaces<T>(ReadOnlySpan<ConvolutionTap> taps, int channel, int channelSize)
    where T : unmanaged
{
    private readonly ReadOnlySpan<ConvolutionTap> _taps = taps;
    private int _channel = channel;
    private int _tap;

    /// <summary>The next one.</summary>
    public int Take()
    {
        int place = _channel + (int)(_taps[_tap].Pixel / Unsafe.SizeOf<T>());
        if (++_tap == _taps.Length)
        {
            _tap = 0;
            _channel += channelSize;
        }

        return place;
    }
}
