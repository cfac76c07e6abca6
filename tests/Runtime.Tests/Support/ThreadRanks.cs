using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace GenNet.Tests;

/// <summary>Ranks that are threads of this process.</summary>
public sealed class ThreadRanks : GradientExchange
{
    private readonly Meeting _meeting;

    private ThreadRanks(Meeting meeting, int rank, int? shares)
        : base(rank, meeting.Size, shares)
    {
        _meeting = meeting;
    }

    /// <summary>The threads that exchanges were called on.</summary>
    public HashSet<int> Threads { get; } = [];

    /// <summary>The times that losses were collected.</summary>
    public int Gathers { get; private set; }

    /// <summary>What each of so many ranks makes of a work, which all do at once.</summary>
    public static TResult[] Run<TResult>(int size, int? shares, Func<ThreadRanks, TResult> work)
    {
        using var meeting = new Meeting(size);
        TResult[] results = new TResult[size];
        Exception?[] failures = new Exception?[size];
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() =>
        {
            try
            {
                results[rank] = work(new ThreadRanks(meeting, rank, shares));
            }
            catch (Exception exception)
            {
                failures[rank] = exception;
                meeting.Fail();
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Exception[] thrown = [.. failures.OfType<Exception>()];
        return thrown.Length == 0 ? results : throw new AggregateException(thrown);
    }

    protected internal override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
    {
        Gathers++;
        byte[][] of = Meet(own.ToArray());
        for (int rank = 0; rank < Size; rank++)
            of[rank].CopyTo(all[(rank * own.Length)..]);
    }

    protected internal override void Broadcast(Span<byte> bytes) => Meet(bytes.ToArray())[0].CopyTo(bytes);

    protected internal override void GatherParts(Span<float> numbers, ReadOnlySpan<int> lengths) => MeetParts(numbers, lengths);

    protected internal override void GatherParts(Span<double> numbers, ReadOnlySpan<int> lengths) => MeetParts(numbers, lengths);

    protected internal override void SendReceive(ReadOnlySpan<byte> bytes, int to, Span<byte> received, int from)
    {
        (int To, byte[] Bytes)[] of = Meet((to, bytes.ToArray()));
        Assert.Equal(Rank, of[from].To);
        Assert.Equal(received.Length, of[from].Bytes.Length);
        of[from].Bytes.CopyTo(received);
    }

    protected internal override void Fail(Exception exception) => _meeting.Fail();

    private void MeetParts<T>(Span<T> numbers, ReadOnlySpan<int> lengths)
    {
        int[] all = lengths.ToArray();
        Assert.Equal(Size, all.Length);
        Assert.Equal(numbers.Length, all.Sum());
        T[][] of = Meet(numbers.Slice(all[..Rank].Sum(), all[Rank]).ToArray());
        of.SelectMany(part => part).ToArray().CopyTo(numbers);
    }

    private TItem[] Meet<TItem>(TItem item)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        return [.. _meeting.Exchange(Rank, item!).Cast<TItem>()];
    }

    /// <summary>Where all threads leave something, and take what the others have left.</summary>
    private sealed class Meeting(int size) : IDisposable
    {
        private readonly object?[] _left = new object?[size];
        private readonly Barrier _barrier = new(size);
        private readonly CancellationTokenSource _failed = new();

        public int Size => size;

        public object?[] Exchange(int rank, object item)
        {
            _left[rank] = item;
            _barrier.SignalAndWait(_failed.Token);
            object?[] all = [.. _left];
            _barrier.SignalAndWait(_failed.Token);
            return all;
        }

        public void Fail() => _failed.Cancel();

        public void Dispose()
        {
            _barrier.Dispose();
            _failed.Dispose();
        }
    }
}
