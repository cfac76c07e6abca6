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
    private readonly GradientAdjustment<T> _adjustment;
    private readonly WorkerTeam _team;
    private readonly Workspace<T>[] _workspaces;
    private readonly AlignedBuffer<T>[] _gradients;
    private readonly PartResult[] _results;
    private readonly AlignedBuffer<T> _result;

    private ReadOnlyMemory<T> _inputs;
    private ReadOnlyMemory<T> _targets;
    private DropoutNoise _noise;
    private int _rows;
    private int _parts;
    private Phase _phase;
    private bool _updateWhileReducing;
    private double _normFactor;

    /// <summary>Steps of <paramref name="network"/> by an optimizer, on so many threads; gradients go to <paramref name="result"/>.</summary>
    public BatchStep(TNet network, IOptimizer<T> optimizer, GradientAdjustment<T> adjustment, AlignedBuffer<T> result, int threads)
    {
        _optimizer = optimizer;
        _partialOptimizer = optimizer as IPartialOptimizer<T>;
        _adjustment = adjustment;
        _network = network;
        _result = result;
        _team = new WorkerTeam(threads, Part);
        _workspaces = new Workspace<T>[threads];
        _gradients = new AlignedBuffer<T>[threads];
        _results = new PartResult[threads];

        // Alone, the network's own workspace does, unless its noise must not be touched.
        for (int i = 0; i < threads && (threads > 1 || TNet.HasDropout); i++)
            _workspaces[i] = TNet.CreateWorkspace();
        for (int i = 0; i < threads && threads > 1; i++)
        {
            _gradients[i] = new AlignedBuffer<T>(result.Length);
        }
    }

    private enum Phase
    {
        Backward,
        Reduce,
        Update,
        Evaluate,
    }

    /// <summary>
    /// One optimizer step on a batch; returns its mean loss, penalty included. Where the loss is not finite there is no step. Where a
    /// gradient is not finite, <paramref name="finite"/> is false too, and the step may have been taken.
    /// </summary>
    public double Run(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, DropoutNoise noise, out bool finite)
    {
        _noise = noise;
        _rows = inputs.Length / TNet.InputSize;
        _parts = PartsOf(_rows);
        if (_parts <= 1)
            return RunAlone(inputs.Span, targets.Span, out finite);

        _inputs = inputs;
        _targets = targets;
        Do(Phase.Backward);
        double loss = MeanLoss();
        finite = double.IsFinite(loss);
        _updateWhileReducing = finite && _partialOptimizer is not null && !_adjustment.ClipsNorm;
        if (_updateWhileReducing)
            _partialOptimizer!.BeginStep(_result.Length);
        Do(Phase.Reduce);
        if (!finite)
            return loss;

        double squares = 0;
        for (int part = 0; part < _parts; part++)
        {
            loss += _results[part].Penalty;
            squares += _results[part].Squares;
            finite &= _results[part].Finite;
        }

        finite &= double.IsFinite(loss) && double.IsFinite(squares);
        if (!_updateWhileReducing && finite)
            finite = UpdateReduced(squares);
        return loss;
    }

    /// <summary>The mean loss over all rows of a data set.</summary>
    public double Evaluate(Dataset<T> data)
    {
        _rows = data.Count;
        _parts = PartsOf(_rows);
        if (_parts <= 1)
            return double.CreateTruncating(_network.Evaluate(data.Inputs, data.Targets));
        _inputs = data.InputMemory;
        _targets = data.TargetMemory;
        Do(Phase.Evaluate);
        return MeanLoss();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _team.Dispose();

    private double RunAlone(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, out bool finite)
    {
        double loss = double.CreateTruncating(BackwardAlone(inputs, targets));
        finite = double.IsFinite(loss);
        if (!finite)
            return loss;
        loss += _adjustment.AdjustAll(_network.Parameters, _result.Span, out finite);
        finite &= double.IsFinite(loss);
        if (finite)
            finite = UpdateAll();
        return loss;
    }

    private T BackwardAlone(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        if (!TNet.HasDropout)
            return _network.Backward(inputs, targets, _result.Span);
        _workspaces[0].Noise = _noise;
        return _network.Backward(inputs, targets, _result.Span, _workspaces[0]);
    }

    /// <summary>The optimizer on all parameters; returns whether all gradients were finite.</summary>
    private bool UpdateAll()
    {
        if (_partialOptimizer is null)
        {
            // Before the step: what an optimizer that is not the library's does with NaN is not known.
            bool finite = WideSums.AllFinite<T>(_result.Span);
            if (finite)
                _optimizer.Update(_network.Parameters, _result.Span);
            return finite;
        }

        _partialOptimizer.BeginStep(_result.Length);
        return _partialOptimizer.UpdatePart(_network.Parameters, _result.Span, 0);
    }

    /// <summary>The step on gradients that are complete; returns whether all of them were finite.</summary>
    private bool UpdateReduced(double squares)
    {
        _normFactor = _adjustment.NormFactor(squares);
        if (_partialOptimizer is null)
        {
            GradientAdjustment<T>.Scale(_result.Span, _normFactor);
            return UpdateAll();
        }

        _partialOptimizer.BeginStep(_result.Length);
        Do(Phase.Update);
        bool finite = true;
        for (int part = 0; part < _parts; part++)
            finite &= _results[part].Finite;
        return finite;
    }

    /// <summary>As many parts as threads, unless they would be too small. It depends on sizes only, not on the machine.</summary>
    private int PartsOf(int rows)
    {
        long work = 3L * rows * TNet.ParameterCount;
        long parts = Math.Min(work / LeastWork, rows / RowStep);
        return (int)Math.Clamp(parts, 1, _team.Size);
    }

    private int FirstRow(int part) => part == _parts ? _rows : (int)((long)_rows * part / _parts) / RowStep * RowStep;

    private T WeightOf(int part) => T.CreateTruncating(FirstRow(part + 1) - FirstRow(part)) / T.CreateTruncating(_rows);

    private double MeanLoss()
    {
        T loss = T.Zero;
        for (int part = 0; part < _parts; part++)
            loss += WeightOf(part) * _results[part].Loss;
        return double.CreateTruncating(loss);
    }

    private void Do(Phase phase)
    {
        _phase = phase;
        _team.Run(_parts);
    }

    private void Part(int part)
    {
        switch (_phase)
        {
            case Phase.Backward:
                _workspaces[part].Noise = _noise.At(FirstRow(part));
                _results[part].Loss = _network.Backward(InputsOf(part), TargetsOf(part), _gradients[part].Span, _workspaces[part]);
                break;
            case Phase.Reduce:
                Reduce(part);
                break;
            case Phase.Update:
                (int first, int end) = Share(part);
                GradientAdjustment<T>.Scale(_result.Span[first..end], _normFactor);
                _results[part].Finite = _partialOptimizer!.UpdatePart(_network.Parameters[first..end], _result.Span[first..end], first);
                break;
            default:
                _results[part].Loss = _network.Evaluate(InputsOf(part), TargetsOf(part));
                break;
        }
    }

    private ReadOnlySpan<T> InputsOf(int part) => _inputs.Span[(FirstRow(part) * TNet.InputSize)..(FirstRow(part + 1) * TNet.InputSize)];

    private ReadOnlySpan<T> TargetsOf(int part) => _targets.Span[(FirstRow(part) * TNet.OutputSize)..(FirstRow(part + 1) * TNet.OutputSize)];

    /// <summary>The weighted sum of all gradients for this part's share of the parameters, their penalty, and if it may be their update while it is in the cache.</summary>
    private void Reduce(int part)
    {
        (int first, int end) = Share(part);
        Span<T> result = _result.Span[first..end];
        Scale(_gradients[0].Span[first..end], WeightOf(0), result);
        for (int other = 1; other < _parts; other++)
            AddScaled(_gradients[other].Span[first..end], WeightOf(other), result);

        ref PartResult outcome = ref _results[part];
        outcome.Penalty = _adjustment.Adjust(_network.Parameters[first..end], result, first, out outcome.Squares);
        outcome.Finite = !_updateWhileReducing || _partialOptimizer!.UpdatePart(_network.Parameters[first..end], result, first);
    }

    /// <summary>The share of the parameters that a part reduces and updates.</summary>
    private (int First, int End) Share(int part)
    {
        int lanes = Vector<T>.Count, vectors = _result.Length / lanes;
        int first = (int)((long)vectors * part / _parts) * lanes;
        int end = part == _parts - 1 ? _result.Length : (int)((long)vectors * (part + 1) / _parts) * lanes;
        return (first, end);
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

    /// <summary>What a part has found.</summary>
    private struct PartResult
    {
        public T Loss;
        public double Penalty;
        public double Squares;
        public bool Finite;
    }
}
