using System;
using System.Diagnostics;

namespace GenNet;

/// <summary>How long a rank does not compute: it waits for the others, and exchanges numbers with them.</summary>
internal sealed class RankClock
{
    private long _lap;

    /// <summary>The time in which it waited for the slowest rank.</summary>
    public TimeSpan Waiting { get; private set; }

    /// <summary>The time in which numbers were exchanged.</summary>
    public TimeSpan Exchanging { get; private set; }

    /// <summary>Begins an epoch.</summary>
    public void Reset() => (Waiting, Exchanging) = (default, default);

    /// <summary>To be called before either.</summary>
    public void Start() => _lap = Stopwatch.GetTimestamp();

    /// <summary>What began at the start was waiting.</summary>
    public void Waited() => Waiting += Stopwatch.GetElapsedTime(_lap);

    /// <summary>What began at the start was an exchange.</summary>
    public void Exchanged() => Exchanging += Stopwatch.GetElapsedTime(_lap);
}
