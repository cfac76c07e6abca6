using System;
using System.Threading;

namespace GenNet;

/// <summary>
/// Threads that live for a whole fit and do one work after the other, each its part. Handing out work allocates
/// nothing and, as long as it comes often, costs about a microsecond: the threads spin for a while before they sleep.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    /// <summary>About a tenth of a millisecond: longer than the pause between the steps of a fit.</summary>
    private const int SpinsBeforeSleep = 200;

    private readonly Thread[] _threads;
    private readonly object _gate = new();
    private ITeamWork? _work;
    private int _generation;
    private int _parts;
    private int _pending;
    private int _sleepers;
    private bool _stopping;
    private Exception? _failure;

    /// <summary>A team of the calling thread and <paramref name="threads"/> - 1 others.</summary>
    /// <param name="threads">At least 1.</param>
    public WorkerTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = new Thread[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int part = i + 1;
            _threads[i] = new Thread(() => Loop(part)) { IsBackground = true, Name = $"GenNet worker {part}" };
            _threads[i].Start();
        }
    }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Size => _threads.Length + 1;

    /// <summary>Does parts 0 to <paramref name="parts"/> - 1 of a work, each on a thread of its own, and returns when all are done.</summary>
    /// <exception cref="AggregateException">A part threw; one of the exceptions is inside.</exception>
    public void Run(int parts, ITeamWork work)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, Size);
        _work = work;
        _parts = parts;
        _failure = null;
        Volatile.Write(ref _pending, _threads.Length);
        Interlocked.Increment(ref _generation);
        if (Volatile.Read(ref _sleepers) > 0)
        {
            lock (_gate)
                Monitor.PulseAll(_gate);
        }

        Do(0);
        var spin = default(SpinWait);
        while (Volatile.Read(ref _pending) > 0)
            spin.SpinOnce(sleep1Threshold: -1);
        if (_failure is { } failure)
            throw new AggregateException(failure);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Interlocked.Increment(ref _generation);
            Monitor.PulseAll(_gate);
        }

        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Loop(int part)
    {
        int seen = 0;
        while (true)
        {
            AwaitNext(seen);
            seen++;
            if (Volatile.Read(ref _stopping))
                return;
            if (part < _parts)
                Do(part);
            Interlocked.Decrement(ref _pending);
        }
    }

    private void AwaitNext(int seen)
    {
        var spin = default(SpinWait);
        for (int i = 0; i < SpinsBeforeSleep; i++)
        {
            if (Volatile.Read(ref _generation) != seen)
                return;
            spin.SpinOnce(sleep1Threshold: -1);
        }

        lock (_gate)
        {
            // Counted before the last look: whoever raises the generation after it sees a sleeper to wake.
            Interlocked.Increment(ref _sleepers);
            while (Volatile.Read(ref _generation) == seen)
                Monitor.Wait(_gate);
            Interlocked.Decrement(ref _sleepers);
        }
    }

    private void Do(int part)
    {
        try
        {
            _work!.Do(part);
        }
#pragma warning disable CA1031 // Rethrown on the calling thread: on this one it would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
    }
}
