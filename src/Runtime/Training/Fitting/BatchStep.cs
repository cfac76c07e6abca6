using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Optimizer steps on batches, shared by the threads of a team: first each computes the backward pass of some of the rows, in a workspace of
/// its own, then each the gradients of some of the parameters, of all rows. Sums run in the order of the rows, so one thread count gives one
/// result, bit for bit.
/// </summary>
internal sealed class BatchStep<TNet, T> : IDisposable
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly IPartialOptimizer<T>? _partialOptimizer;
    private readonly DirectDescent<TNet, T>? _direct;
    private readonly GradientAdjustment<T> _adjustment;
    private readonly WorkerTeam _team;
    private readonly Workspace<T>?[] _workspaces;
    private readonly PartResult[] _results;
    private readonly AlignedBuffer<T> _result;
    private readonly int _activations;

    private ReadOnlyMemory<T> _inputs;
    private ReadOnlyMemory<T> _targets;
    private DropoutNoise _noise;
    private RowSplit _rows;
    private int _round;
    private Phase _phase;
    private bool _isDirect;
    private bool _updateWhileAdjusting;
    private double _normFactor;

    /// <summary>Steps of <paramref name="network"/> by an optimizer, on so many threads.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">What changes its parameters.</param>
    /// <param name="adjustment">What happens to the gradients before.</param>
    /// <param name="direct">How steps are done that need no gradients; null where they are to be kept.</param>
    /// <param name="result">Where the gradients go.</param>
    /// <param name="threads">The number of threads.</param>
    public BatchStep(
        TNet network, IOptimizer<T> optimizer, GradientAdjustment<T> adjustment, DirectDescent<TNet, T>? direct, AlignedBuffer<T> result, int threads)
    {
        _optimizer = optimizer;
        _partialOptimizer = optimizer as IPartialOptimizer<T>;
        _adjustment = adjustment;
        _direct = direct;
        _network = network;
        _result = result;
        _team = new WorkerTeam(threads, Part);
        _workspaces = new Workspace<T>?[threads];
        _results = new PartResult[threads];

        // Alone, the network's own workspace does, unless its noise must not be touched.
        for (int i = 0; i < threads && (threads > 1 || TNet.HasDropout); i++)
            _workspaces[i] = TNet.CreateWorkspace();
        _activations = (_workspaces[0]?.Length ?? 0) / TNet.BlockRows;
    }

    private enum Phase
    {
        Backward,
        Gradients,
        Adjust,
        Update,
        Evaluate,
    }

    /// <summary>Where a number that is not finite shows after a step: in the gradients, or in the parameters that they have been added to.</summary>
    public ReadOnlySpan<T> Gradients => _isDirect ? _network.Parameters : _result.Span;

    /// <summary>Whether the last step has left its gradients.</summary>
    public bool KeptGradients => !_isDirect;

    /// <summary>
    /// One optimizer step on a batch; returns its mean loss, penalty included. Where the loss is not finite there is no step. Where a
    /// gradient is not finite, <paramref name="finite"/> is false too, and the step may have been taken.
    /// </summary>
    public double Run(ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, DropoutNoise noise, out bool finite)
    {
        _noise = noise;
        int rows = inputs.Length / TNet.InputSize;
        _rows = new RowSplit(rows, StepParts.Of(rows, TNet.ParameterCount, _activations, _team.Size), TNet.BlockRows);
        _isDirect = _direct is not null && _rows.Rounds == 1;
        if (_rows.Parts <= 1)
            return RunAlone(inputs.Span, targets.Span, out finite);

        _inputs = inputs;
        _targets = targets;
        double loss = _isDirect ? RunDirectly(out finite) : RunGradients(out finite);
        if (_isDirect || !finite)
            return loss;

        _updateWhileAdjusting = _partialOptimizer is not null && !_adjustment.ClipsNorm;
        if (_updateWhileAdjusting)
            _partialOptimizer!.BeginStep(_result.Length);
        Do(Phase.Adjust);
        double squares = 0;
        for (int part = 0; part < _rows.Parts; part++)
        {
            loss += _results[part].Penalty;
            squares += _results[part].Squares;
            finite &= _results[part].Finite;
        }

        finite &= double.IsFinite(loss) && double.IsFinite(squares);
        if (!_updateWhileAdjusting && finite)
            finite = UpdateAdjusted(squares);
        return loss;
    }

    /// <summary>The mean loss over all rows of a data set.</summary>
    public double Evaluate(Dataset<T> data)
    {
        _rows = new RowSplit(data.Count, StepParts.ToEvaluate(data.Count, TNet.ParameterCount, _team.Size), data.Count);
        if (_rows.Parts <= 1)
            return double.CreateTruncating(_network.Evaluate(data.Inputs, data.Targets));
        _inputs = data.InputMemory;
        _targets = data.TargetMemory;
        Do(Phase.Evaluate);
        return SumOfLosses();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _team.Dispose();

    /// <summary>A step that adds the gradients to the parameters as they are computed.</summary>
    private double RunDirectly(out bool finite)
    {
        ClearLosses();
        Do(Phase.Backward);
        double loss = SumOfLosses();
        finite = double.IsFinite(loss);
        if (!finite)
            return loss;
        _direct!.BeginStep();
        Do(Phase.Gradients);
        finite = _direct.BiasesAreFinite;
        return loss;
    }

    /// <summary>The gradients of all rows, block after block; returns the mean loss.</summary>
    private double RunGradients(out bool finite)
    {
        ClearLosses();
        for (_round = 0; _round < _rows.Rounds; _round++)
        {
            Do(Phase.Backward);
            Do(Phase.Gradients);
        }

        _round = 0;
        double loss = SumOfLosses();
        finite = double.IsFinite(loss);
        return loss;
    }

    private double RunAlone(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, out bool finite)
    {
        if (TNet.HasDropout)
            _workspaces[0]!.Noise = _noise;
        if (_isDirect)
        {
            double mean = _direct!.Step(_rows.Rows, inputs, targets, _workspaces[0]);
            finite = double.IsFinite(mean) && _direct.BiasesAreFinite;
            return mean;
        }

        double loss = double.CreateTruncating(_workspaces[0] is { } workspace
            ? _network.Backward(inputs, targets, _result.Span, workspace)
            : _network.Backward(inputs, targets, _result.Span));
        finite = double.IsFinite(loss);
        if (!finite)
            return loss;
        loss += _adjustment.AdjustAll(_network.Parameters, _result.Span, out finite);
        finite &= double.IsFinite(loss);
        if (finite)
            finite = UpdateAll();
        return loss;
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
    private bool UpdateAdjusted(double squares)
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
        for (int part = 0; part < _rows.Parts; part++)
            finite &= _results[part].Finite;
        return finite;
    }

    private void ClearLosses()
    {
        foreach (ref PartResult result in _results.AsSpan())
            result.Loss = 0;
    }

    private double SumOfLosses()
    {
        double loss = 0;
        for (int part = 0; part < _rows.Parts; part++)
            loss += _results[part].Loss;
        return loss;
    }

    private void Do(Phase phase)
    {
        _phase = phase;
        _team.Run(_rows.Parts);
    }

    private void Part(int part)
    {
        Range rows = _rows.Of(_round, part);
        switch (_phase)
        {
            case Phase.Backward:
                Workspace<T> workspace = _workspaces[part]!;
                workspace.Noise = _noise.At(rows.Start.Value);
                _results[part].Loss += _network.BackwardRows(_rows.Rows, _isDirect ? _direct!.Factor : 1, InputsOf(rows), TargetsOf(rows), workspace);
                break;
            case Phase.Gradients:
                GradientsOf(part);
                break;
            case Phase.Adjust:
                Adjust(part);
                break;
            case Phase.Update:
                (int first, int end) = Share(part);
                GradientAdjustment<T>.Scale(_result.Span[first..end], _normFactor);
                _results[part].Finite = _partialOptimizer!.UpdatePart(_network.Parameters[first..end], _result.Span[first..end], first);
                break;
            default:
                double weight = (double)(rows.End.Value - rows.Start.Value) / _rows.Rows;
                _results[part].Loss = weight * double.CreateTruncating(_network.Evaluate(InputsOf(rows), TargetsOf(rows)));
                break;
        }
    }

    private ReadOnlySpan<T> InputsOf(Range rows) => _inputs.Span[(rows.Start.Value * TNet.InputSize)..(rows.End.Value * TNet.InputSize)];

    private ReadOnlySpan<T> TargetsOf(Range rows) => _targets.Span[(rows.Start.Value * TNet.OutputSize)..(rows.End.Value * TNet.OutputSize)];

    /// <summary>This part's share of the gradients of all rows, to the parameters themselves or to the result.</summary>
    private void GradientsOf(int part)
    {
        Span<T> gradients = _isDirect ? _network.Parameters : _result.Span;
        for (int other = 0; other < _rows.Parts; other++)
        {
            bool first = !_isDirect && _round == 0 && other == 0;
            _network.ParameterGradients(part, _rows.Parts, first, InputsOf(_rows.Of(_round, other)), gradients, _workspaces[other]);
        }
    }

    /// <summary>Penalty and clipping of a share of the gradients, and if it may be their update while they are in the cache.</summary>
    private void Adjust(int part)
    {
        (int first, int end) = Share(part);
        Span<T> gradients = _result.Span[first..end];
        ref PartResult outcome = ref _results[part];
        outcome.Penalty = _adjustment.Adjust(_network.Parameters[first..end], gradients, first, out outcome.Squares);
        outcome.Finite = !_updateWhileAdjusting || _partialOptimizer!.UpdatePart(_network.Parameters[first..end], gradients, first);
    }

    /// <summary>The share of the parameters that a part adjusts and updates.</summary>
    private (int First, int End) Share(int part)
    {
        int lanes = Vector<T>.Count, whole = _result.Length / lanes * lanes;
        int end = part == _rows.Parts - 1 ? _result.Length : CompilerServices.Share.Start(whole, lanes, part + 1, _rows.Parts);
        return (CompilerServices.Share.Start(whole, lanes, part, _rows.Parts), end);
    }

    /// <summary>What a part has found.</summary>
    private struct PartResult
    {
        public double Loss;
        public double Penalty;
        public double Squares;
        public bool Finite;
    }
}
