using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// Optimizer steps on batches, their rows split over the threads of a team. Each thread has a workspace and a gradient
/// of its own; the sums run in the order of the threads, so one thread count gives one result, bit for bit.
/// </summary>
internal sealed class BatchStep<TNet, T> : IDisposable
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Parts smaller than so many multiply-adds take less time than handing them out.</summary>
    private const long LeastWork = 200_000;

    /// <summary>Rows are split at multiples of this, so that register tiles stay whole.</summary>
    private const int RowStep = 8;

    private readonly TNet _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly IPartialOptimizer<T>? _partialOptimizer;
    private readonly WorkerTeam _team;
    private readonly Workspace<T>[] _workspaces;
    private readonly AlignedBuffer<T>[] _gradients;
    private readonly T[] _losses;
    private readonly AlignedBuffer<T> _result;

    private ReadOnlyMemory<T> _inputs;
    private ReadOnlyMemory<T> _targets;
    private int _rows;
    private int _parts;
    private bool _reducing;

    /// <summary>Steps of <paramref name="network"/> by an optimizer, on so many threads; gradients go to <paramref name="result"/>.</summary>
    public BatchStep(TNet network, IOptimizer<T> optimizer, AlignedBuffer<T> result, int threads)
    {
        _optimizer = optimizer;
        _partialOptimizer = optimizer as IPartialOptimizer<T>;
        _network = network;
        _result = result;
        _team = new WorkerTeam(threads, Part);
        _workspaces = new Workspace<T>[threads];
        _gradients = new AlignedBuffer<T>[threads];
        _losses = new T[threads];
        for (int i = 0; i < threads && threads > 1; i++)
        {
            _workspaces[i] = TNet.CreateWorkspace();
            _gradients[i] = new AlignedBuffer<T>(result.Length);
        }
    }

    /// <summary>One optimizer step on a batch; returns its mean loss.</summary>
    public T Run(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets)
    {
        _rows = inputs.Length / TNet.InputSize;
        _parts = PartsOf(_rows);
        if (_parts <= 1)
        {
            T lossOfAll = _network.Backward(inputs.Span, targets.Span, _result.Span);
            _optimizer.Update(_network.Parameters, _result.Span);
            return lossOfAll;
        }

        _inputs = inputs;
        _targets = targets;
        _reducing = false;
        _team.Run(_parts);
        _reducing = true;
        _partialOptimizer?.BeginStep(_result.Length);
        _team.Run(_parts);
        if (_partialOptimizer is null)
            _optimizer.Update(_network.Parameters, _result.Span);

        T loss = T.Zero;
        for (int part = 0; part < _parts; part++)
            loss += WeightOf(part) * _losses[part];
        return loss;
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _team.Dispose();

    /// <summary>As many parts as threads, unless they would be too small. It depends on sizes only, not on the machine.</summary>
    private int PartsOf(int rows)
    {
        long work = 3L * rows * TNet.ParameterCount;
        long parts = Math.Min(work / LeastWork, rows / RowStep);
        return (int)Math.Clamp(parts, 1, _team.Size);
    }

    private int FirstRow(int part) => part == _parts ? _rows : (int)((long)_rows * part / _parts) / RowStep * RowStep;

    private T WeightOf(int part) => T.CreateTruncating(FirstRow(part + 1) - FirstRow(part)) / T.CreateTruncating(_rows);

    private void Part(int part)
    {
        if (_reducing)
            Reduce(part);
        else
            Backward(part);
    }

    private void Backward(int part)
    {
        int first = FirstRow(part), count = FirstRow(part + 1) - first;
        _losses[part] = _network.Backward(
            _inputs.Span.Slice(first * TNet.InputSize, count * TNet.InputSize),
            _targets.Span.Slice(first * TNet.OutputSize, count * TNet.OutputSize),
            _gradients[part].Span,
            _workspaces[part]);
    }

    /// <summary>The weighted sum of all gradients for this part's share of the parameters, and their update while it is in the cache.</summary>
    private void Reduce(int part)
    {
        int lanes = Vector<T>.Count, vectors = _result.Length / lanes;
        int first = (int)((long)vectors * part / _parts) * lanes;
        int end = part == _parts - 1 ? _result.Length : (int)((long)vectors * (part + 1) / _parts) * lanes;
        Span<T> result = _result.Span[first..end];
        Scale(_gradients[0].Span[first..end], WeightOf(0), result);
        for (int other = 1; other < _parts; other++)
            AddScaled(_gradients[other].Span[first..end], WeightOf(other), result);
        _partialOptimizer?.UpdatePart(_network.Parameters[first..end], result, first);
    }

    private static void Scale(ReadOnlySpan<T> source, T weight, Span<T> destination)
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(source);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(destination);
        for (int i = 0; i < from.Length; i++)
            to[i] = from[i] * weight;
        for (int i = from.Length * Vector<T>.Count; i < source.Length; i++)
            destination[i] = source[i] * weight;
    }

    private static void AddScaled(ReadOnlySpan<T> source, T weight, Span<T> destination)
    {
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(source);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(destination);
        for (int i = 0; i < from.Length; i++)
            to[i] += from[i] * weight;
        for (int i = from.Length * Vector<T>.Count; i < source.Length; i++)
            destination[i] += source[i] * weight;
    }
}
