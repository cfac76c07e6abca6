using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Unicode;
using System.Threading;

namespace GenNet;

/// <summary>All ranks of the job: the calls of the library, and how they end.</summary>
internal sealed unsafe class MpiWorld
{
    private const int Serialized = 2;

    /// <summary>What a rank says when it ends: after how many gathers, and the last exception that was thrown in it.</summary>
    private const int EndBytes = 1024;

    /// <summary>So often a wait asks the library before it lets others have the processor, and looks for ranks that have ended.</summary>
    private const int AsksBeforeYield = 2000;

    private readonly MpiHandles _mpi;
    private readonly nint _ends;
    private readonly MpiWaits _waits;

    /// <summary>For each rank that has ended, after how many gathers; -1 for the others.</summary>
    private readonly long[] _endedAfter;
    private readonly string[] _lastWords;
    private long _gathers;
    private int _aborting;
    private Exception? _lastThrown;

    private MpiWorld(MpiHandles mpi, int rank, int size)
    {
        (_mpi, Rank, Size) = (mpi, rank, size);
        _endedAfter = new long[size];
        _lastWords = new string[size];
        Array.Fill(_endedAfter, -1);
        nint ends;
        Check(MpiNative.MPI_Comm_dup(mpi.World, &ends));
        _ends = Handle(ends);
        _waits = new MpiWaits(mpi, _ends, rank, size);
    }

    public int Rank { get; }

    public int Size { get; }

    public string Family => _mpi.Family;

    /// <summary>Loads the library, and joins the job.</summary>
    public static MpiWorld Begin(MpiLaunch launch)
    {
        MpiHandles mpi = MpiLibrary.Load(launch);
        int done, provided, rank, size;
        Check(MpiNative.MPI_Initialized(&done));
        if (done != 0)
            throw new InvalidOperationException("MPI is initialised once in a process, and something else has done it.");
        Check(MpiNative.MPI_Init_thread(null, null, Serialized, &provided));
        Check(MpiNative.MPI_Comm_rank(mpi.World, &rank));
        Check(MpiNative.MPI_Comm_size(mpi.World, &size));
        if (size != launch.Size)
        {
            Check(MpiNative.MPI_Finalize());
            throw new InvalidOperationException(
                $"The process was started as one of {launch.Size} ranks, but {mpi.Family}, which was loaded, sees {size}: they were started by another MPI. {MpiLibrary.ToInstall(launch.Family)}, "
                + $"start them by the mpirun of {mpi.Family}, or set {MpiLibrary.Variable} to the path of the right library.");
        }

        var world = new MpiWorld(mpi, rank, size);

        // One that is caught further up may pass Dispose, which is not told of it.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => world._lastThrown = thrown.Exception;
        AppDomain.CurrentDomain.UnhandledException += (_, failure) => world.Abort($"{failure.ExceptionObject}");
        return world;
    }

    public void Gather(ReadOnlySpan<byte> own, Span<byte> all, TimeSpan patience)
    {
        fixed (byte* sent = own, received = all)
        {
            // MPICH's requests are ints: the rest of the place stays 0.
            nint request = 0;
            _gathers++;
            Check(MpiNative.MPI_Iallgather(sent, own.Length, _mpi.Byte, received, own.Length, _mpi.Byte, _mpi.World, &request));
            int done = 0;
            long start = Stopwatch.GetTimestamp();
            for (int asks = 1; ; asks++)
            {
                Check(MpiNative.MPI_Test(&request, &done, _mpi.IgnoreStatus));
                if (done != 0)
                    return;
                if (asks < AsksBeforeYield)
                    continue;
                asks = 0;
                Thread.Yield();
                LookForEnds();
                _waits.Wait(_gathers, Stopwatch.GetElapsedTime(start), patience);

                // One that has this gather behind it may well be done.
                int ended = Array.FindIndex(_endedAfter, gathers => gathers >= 0 && gathers < _gathers);
                if (ended >= 0)
                    Abort($"Rank {ended} has ended while this one waits for it. {_lastWords[ended]}");
            }
        }
    }

    public void Broadcast(Span<byte> bytes)
    {
        fixed (byte* buffer = bytes)
            Check(MpiNative.MPI_Bcast(buffer, bytes.Length, _mpi.Byte, 0, _mpi.World));
    }

    public void GatherParts<T>(Span<T> numbers, ReadOnlySpan<int> lengths)
        where T : unmanaged
    {
        int* starts = stackalloc int[Size];
        for (int rank = 1; rank < Size; rank++)
            starts[rank] = starts[rank - 1] + lengths[rank - 1];
        fixed (T* all = numbers)
        fixed (int* counts = lengths)
            Check(MpiNative.MPI_Allgatherv(_mpi.InPlace, 0, Type<T>(), all, counts, starts, Type<T>(), _mpi.World));
    }

    public void SendReceive(ReadOnlySpan<byte> bytes, int to, Span<byte> received, int from)
    {
        fixed (byte* sent = bytes, place = received)
            Check(MpiNative.MPI_Sendrecv(sent, bytes.Length, _mpi.Byte, to, 0, place, received.Length, _mpi.Byte, from, 0, _mpi.World, _mpi.IgnoreStatus));
    }

    /// <summary>Ends the processes of all ranks, this one's with a message. Does not return.</summary>
    public void Abort(string message)
    {
        // An exception of the fit becomes an unhandled one only if the library returns.
        if (Interlocked.Exchange(ref _aborting, 1) != 0)
            return;
        Say($"Rank {Rank}: {message}");
        Check(MpiNative.MPI_Abort(_mpi.World, 1));
    }

    /// <summary>Writes a line to the standard error.</summary>
    public static void Say(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
            Console.Error.Flush();
        }
        catch (IOException)
        {
            // Whoever does not read must not keep the others.
        }
    }

    /// <summary>Tells the others that this rank is done, waits until they are, and ends MPI.</summary>
    public void End()
    {
        nint* requests = stackalloc nint[Size];
        byte* end = stackalloc byte[EndBytes];
        WriteEnd(new Span<byte>(end, EndBytes));
        _endedAfter[Rank] = _gathers;
        for (int rank = 0; rank < Size; rank++)
        {
            requests[rank] = 0;
            if (rank != Rank)
                Check(MpiNative.MPI_Isend(end, EndBytes, _mpi.Byte, rank, 0, _ends, &requests[rank]));
        }

        for (LookForEnds(); Array.IndexOf(_endedAfter, -1) >= 0; LookForEnds())
            Thread.Sleep(1);
        for (int rank = 0; rank < Size; rank++)
        {
            int done = 0;
            while (rank != Rank && done == 0)
                Check(MpiNative.MPI_Test(&requests[rank], &done, _mpi.IgnoreStatus));
        }

        // What was told before an end arrives before it.
        _waits.Look();
        _waits.End();
        nint ends = _ends;
        Check(MpiNative.MPI_Comm_free(&ends));
        Check(MpiNative.MPI_Finalize());
    }

    /// <summary>Takes the messages of the ranks that have ended since.</summary>
    private void LookForEnds()
    {
        byte* end = stackalloc byte[EndBytes];
        for (int rank = 0; rank < Size; rank++)
        {
            int flag = 0;
            if (_endedAfter[rank] < 0 && rank != Rank)
                Check(MpiNative.MPI_Iprobe(rank, 0, _ends, &flag, _mpi.IgnoreStatus));
            if (flag == 0)
                continue;
            Check(MpiNative.MPI_Recv(end, EndBytes, _mpi.Byte, rank, 0, _ends, _mpi.IgnoreStatus));
            ReadEnd(rank, new ReadOnlySpan<byte>(end, EndBytes));
        }
    }

    private void WriteEnd(Span<byte> end)
    {
        end.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(end, _gathers);
        string words = _lastThrown is { } thrown ? $"The last exception there was {thrown.GetType()}: {thrown.Message}" : "No exception was thrown there.";
        Utf8.FromUtf16(words, end[sizeof(long)..], out _, out _);
    }

    private void ReadEnd(int rank, ReadOnlySpan<byte> end)
    {
        _endedAfter[rank] = BinaryPrimitives.ReadInt64LittleEndian(end);
        _lastWords[rank] = Encoding.UTF8.GetString(end[sizeof(long)..]).TrimEnd('\0');
    }

    /// <summary>The library ends the job itself at an error, unless whoever started it has told it otherwise.</summary>
    public static void Check(int code)
    {
        if (code != 0)
            throw new InvalidOperationException($"A call of the MPI library has failed with error {code}.");
    }

    private nint Type<T>() => typeof(T) == typeof(double) ? _mpi.Double : _mpi.Float;

    /// <summary>A handle that the library has written: in MPICH only an int of the place.</summary>
    private nint Handle(nint written) => _mpi.Family == MpiHandles.Mpich ? (int)written : written;
}
