using System;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// The ranks of an MPI job, Open MPI's or MPICH's, that train one network together: <c>mpirun -np 4 program</c> starts four. A process that was not started by MPI is one rank alone, for which
/// no library is needed.
/// </summary>
/// <remarks>
/// MPI is initialised once in a process, and ended by <see cref="Dispose"/>, which waits for the other ranks. A rank that ends before the others are done ends them too: by an exception that
/// nobody catches, by one that only this rank has in a fit, or by <see cref="Dispose"/> while another rank waits for it. All calls come from one thread at a time.
/// </remarks>
public sealed class MpiExchange : GradientExchange, IDisposable
{
    private static int s_initialized;

    private readonly MpiWorld? _world;
    private TimeSpan _patience = TimeSpan.FromMinutes(1);
    private bool _isDisposed;

    private MpiExchange(MpiWorld? world, int? shares)
        : base(world?.Rank ?? 0, world?.Size ?? 1, shares)
    {
        _world = world;
    }

    /// <summary>The MPI that is used, <c>Open MPI</c> or <c>MPICH</c>; null where the process is one rank alone.</summary>
    public string? Library => _world?.Family;

    /// <summary>How long a rank waits for the others before it says on the standard error for whom, and goes on waiting; a minute by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public TimeSpan Patience
    {
        get => _patience;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _patience = value;
        }
    }

    /// <summary>Begins MPI where the process is one of several ranks.</summary>
    /// <param name="shares">The shares that each batch is cut into whatever the number of ranks, at least as many: then any number of ranks gives the same parameters, bit for bit. Null for one
    /// share for each rank. See <see cref="GradientExchange.Shares"/>.</param>
    /// <exception cref="DllNotFoundException">The process is one of several ranks, and there is no MPI library; the message says what to install.</exception>
    /// <exception cref="InvalidOperationException">The library is not of the MPI that started the ranks; or MPI has been initialised before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer shares than ranks, or more than 1024.</exception>
    public static MpiExchange Initialize(int? shares = null)
    {
        MpiLaunch launch = MpiLaunch.Of(Environment.GetEnvironmentVariable);
        if (launch.Size == 1)
            return new MpiExchange(null, shares);
        if (System.Threading.Interlocked.Exchange(ref s_initialized, 1) != 0)
            throw new InvalidOperationException("MPI is initialised once in a process: keep the first MpiExchange.");
        MpiWorld world = MpiWorld.Begin(launch);
        try
        {
            return new MpiExchange(world, shares);
        }
        catch (ArgumentOutOfRangeException)
        {
            // All ranks refuse the same number.
            world.End();
            throw;
        }
    }

    /// <summary>Ends MPI, when all ranks do. Where another rank waits for this one instead, that rank ends the job with a message.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _world?.End();
    }

    /// <inheritdoc/>
    protected override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
    {
        if (all.Length != (long)own.Length * Size)
            throw new ArgumentException($"{Size} ranks give {Size} x {own.Length} bytes, got room for {all.Length}.", nameof(all));
        if (World() is { } world)
            world.Gather(own, all, _patience);
        else
            own.CopyTo(all);
    }

    /// <inheritdoc/>
    protected override void Broadcast(Span<byte> bytes) => World()?.Broadcast(bytes);

    /// <inheritdoc/>
    protected override void GatherParts(Span<float> numbers, ReadOnlySpan<int> lengths) => World()?.GatherParts(numbers, lengths);

    /// <inheritdoc/>
    protected override void GatherParts(Span<double> numbers, ReadOnlySpan<int> lengths) => World()?.GatherParts(numbers, lengths);

    /// <inheritdoc/>
    protected override void SendReceive(ReadOnlySpan<byte> bytes, int to, Span<byte> received, int from)
    {
        if (World() is { } world)
            world.SendReceive(bytes, to, received, from);
        else
            bytes.CopyTo(received);
    }

    /// <inheritdoc/>
    protected override void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        World()?.Abort(exception.ToString());
    }

    private MpiWorld? World()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _world;
    }
}
