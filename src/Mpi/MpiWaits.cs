using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// Who waits for whom. A rank that has waited too long tells the others at which gather it stands; whoever has not told so a little later is the one that all wait for, and the first of those
/// that wait says it.
/// </summary>
internal sealed unsafe class MpiWaits
{
    private const int Tag = 1;

    /// <summary>Within it all that wait for the same have told so.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly MpiHandles _mpi;
    private readonly nint _world;
    private readonly int _rank;

    /// <summary>The last gather in which each rank said that it waits.</summary>
    private readonly long[] _waitsIn;

    // The library reads what is sent until the request is done.
    private readonly long* _sent;
    private readonly nint[] _requests;
    private bool _hasSpoken;

    /// <summary>The waits of a rank.</summary>
    /// <param name="mpi">The library.</param>
    /// <param name="world">A communicator on which nothing else has this tag.</param>
    /// <param name="rank">The rank.</param>
    /// <param name="size">The number of ranks.</param>
    public MpiWaits(MpiHandles mpi, nint world, int rank, int size)
    {
        (_mpi, _world, _rank) = (mpi, world, rank);
        _waitsIn = new long[size];
        _requests = new nint[size];
        _sent = (long*)NativeMemory.AllocZeroed((nuint)size, sizeof(long));
    }

    /// <summary>Takes what the others have told.</summary>
    public void Look()
    {
        for (int rank = 0; rank < _waitsIn.Length; rank++)
        {
            for (int flag = 1; rank != _rank && flag != 0;)
            {
                long gather;
                MpiWorld.Check(MpiNative.MPI_Iprobe(rank, Tag, _world, &flag, _mpi.IgnoreStatus));
                if (flag == 0)
                    continue;
                MpiWorld.Check(MpiNative.MPI_Recv(&gather, sizeof(long), _mpi.Byte, rank, Tag, _world, _mpi.IgnoreStatus));
                _waitsIn[rank] = gather;
            }
        }
    }

    /// <summary>To be called now and then by a rank that waits.</summary>
    /// <param name="gather">The number of the gather, from 1.</param>
    /// <param name="waited">How long it has waited in it.</param>
    /// <param name="patience">How long is too long.</param>
    public void Wait(long gather, TimeSpan waited, TimeSpan patience)
    {
        if (waited < patience)
            return;
        if (_waitsIn[_rank] < gather)
        {
            _hasSpoken = false;
            Tell(gather);
        }

        Look();
        if (_hasSpoken || waited < patience + Grace)
            return;
        _hasSpoken = true;
        int[] awaited = [.. Enumerable.Range(0, _waitsIn.Length).Where(rank => _waitsIn[rank] < gather)];
        if (awaited.Length > 0 && Array.FindIndex(_waitsIn, told => told == gather) == _rank)
            MpiWorld.Say($"Rank {_rank} has waited {patience.TotalSeconds:0.#} s for {Listed(awaited)}, and goes on waiting.");
    }

    /// <summary>Before MPI ends: all that was told has arrived, as the others have looked.</summary>
    public void End()
    {
        for (int rank = 0; rank < _requests.Length; rank++)
            Finish(rank);
        NativeMemory.Free(_sent);
    }

    private void Tell(long gather)
    {
        _waitsIn[_rank] = gather;
        for (int rank = 0; rank < _requests.Length; rank++)
        {
            if (rank == _rank)
                continue;
            Finish(rank);
            _sent[rank] = gather;
            fixed (nint* request = &_requests[rank])
                MpiWorld.Check(MpiNative.MPI_Isend(&_sent[rank], sizeof(long), _mpi.Byte, rank, Tag, _world, request));
        }
    }

    private void Finish(int rank)
    {
        fixed (nint* request = &_requests[rank])
        {
            for (int done = 0; *request != 0 && done == 0;)
                MpiWorld.Check(MpiNative.MPI_Test(request, &done, _mpi.IgnoreStatus));
            *request = 0;
        }
    }

    private static string Listed(int[] ranks) => ranks.Length == 1 ? $"rank {ranks[0]}" : $"ranks {string.Join(", ", ranks)}";
}
