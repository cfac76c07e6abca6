using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Where the framed images of a group are read, place by place of the window and channel by channel, as the weights of a filter stand.</summary>
internal struct WindowPlaces(Window window, int group)
{
    private readonly int _plane = window.PhasePlane;
    private int _channel = group * window.GroupChannels;
    private int _u;
    private int _v;

    /// <summary>The next one.</summary>
    public int Take()
    {
        WindowAxis vertical = window.Rows, horizontal = window.Columns;
        int phase = vertical.Phase(_u) * horizontal.Stride + horizontal.Phase(_v);
        int place = (_channel * window.Phases + phase) * _plane + vertical.Step(_u) * horizontal.PhaseSize + horizontal.Step(_v);
        if (++_v == horizontal.Kernel)
        {
            _v = 0;
            if (++_u == vertical.Kernel)
            {
                _u = 0;
                _channel++;
            }
        }

        return place;
    }
}
