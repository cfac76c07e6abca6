using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The first of a step: the mean loss of a batch, and its gradients. On one thread the network's own Backward; the threads of a team divide the rows
/// of the batch for its first half, the parameters for its second.
/// </summary>
internal sealed class BackwardPass<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly TeamBackward<TNet, T>? _team;
    private readonly Workspace<T>? _workspace;
    private readonly int _inputSize = TNet.InputSize;
    private readonly int _blockRows;

    /// <summary>Backward passes on the calling thread, in the network's own workspace and with its own noise.</summary>
    public BackwardPass(TNet network)
    {
        _network = network;
        _blockRows = network.Memory.BlockRows;
    }

    private BackwardPass(TNet network, WorkerTeam team)
        : this(network)
    {
        // Alone, the network's own workspace does, unless its noise must not be touched.
        if (team.Size > 1)
            _team = new TeamBackward<TNet, T>(network, team);
        _workspace = _team?.FirstWorkspace ?? (TNet.HasDropout ? TNet.CreateWorkspace() : null);
    }

    /// <summary>The same on the threads of a team, with the noise of the batch.</summary>
    public BackwardPass<TNet, T> On(WorkerTeam team) => new(_network, team);

    /// <summary>The rows of a batch, with the number of parts that they are worth.</summary>
    public BatchRows RowsOf(ReadOnlySpan<T> inputs) => Divide((int)((uint)inputs.Length / (uint)_inputSize));

    /// <summary>So many rows, with the number of parts that they are worth.</summary>
    public BatchRows Divide(int rows) => new(rows, _team is null ? 1 : _team.PartsOf(rows));

    /// <summary>Whether all rows are computed at once, so that the second half can be done for all of them.</summary>
    public bool TakesAtOnce(BatchRows rows) => rows.Count <= (long)rows.Parts * _blockRows;

    /// <summary>The gradients of all rows; returns the mean loss.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="inputs">Their inputs.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="noise">What dropout masks are drawn from in workspaces that are not the network's own.</param>
    /// <param name="gradients">Where the gradients go.</param>
    /// <param name="carried">What recurrent layers carry from the batch before, or null.</param>
    /// <param name="batch">The batch that the rows are a share of: then the loss and the gradients are what they contribute to those of the batch.</param>
    public double Gradients(
        BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, StepGradients<T> gradients, CarriedState<T>? carried,
        BatchTotals batch = default)
    {
        if (rows.Parts > 1)
            return _team!.Gradients(rows, inputs, targets, noise, gradients, carried, batch);
        if (_workspace is { } workspace)
            workspace.Noise = noise;
        return double.CreateTruncating(BackwardExtensions.Pass(_network, inputs, targets, gradients.Span, default, _workspace, carried, batch.Rows, batch.Terms));
    }

    /// <summary>The first half alone, of rows that are computed at once and with gradients multiplied by a factor; returns their mean loss.</summary>
    public double FirstHalf(BatchRows rows, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, in DropoutNoise noise, double factor, CarriedState<T>? carried)
    {
        if (rows.Parts > 1)
            return _team!.FirstHalf(rows, inputs, targets, noise, factor, carried);
        if (_workspace is { } workspace)
            workspace.Noise = noise;
        if (TNet.CarriedSize > 0)
            (_workspace ?? _network.Memory.Workspace).Carried = new CarriedRows<T>(carried, 0);
        return CheckedPasses.BackwardRows(_network, CheckedPasses.Terms(_network, inputs, targets), factor, inputs, targets, default, _workspace);
    }

    /// <summary>The second half, of the same rows: the gradients are added to the parameters themselves.</summary>
    public void AddToParameters(BatchRows rows, ReadOnlySpan<T> inputs)
    {
        if (rows.Parts > 1)
            _team!.AddToParameters(rows, inputs);
        else
            SecondHalf(_network, Share.Whole(first: false), inputs, _network.Parameters, _workspace);
    }

    /// <summary>The second half for a share of the parameters and the rows of one workspace.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SecondHalf(TNet network, Share share, ReadOnlySpan<T> inputs, Span<T> gradients, Workspace<T>? workspace) =>
        CheckedPasses.ParameterGradients(network, share, inputs, gradients, workspace);
}
