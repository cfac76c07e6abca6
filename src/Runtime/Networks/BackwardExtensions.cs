using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradients of a network, called on it like its own members: Backward from its loss, VectorJacobianProduct from any function of its outputs.</summary>
public static class BackwardExtensions
{
    /// <summary>The mean loss of a batch and its gradient. Allocates nothing; uses the network's own workspace, so one thread at a time.</summary>
    /// <param name="network">The network. One with dropout draws new masks in each call, from the Noise of the workspace; so the loss is not the one of Evaluate.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten; as long as <see cref="IInferenceNetwork{TSelf, T}.Parameters"/> and laid out like it, padding zero.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    public static T Backward<TNet, T>(this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Pass(network, inputs, targets, gradients, default, null);

    /// <summary>The mean loss of a batch and its gradient, with the scratch memory of the calling thread. Allocates nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten.</param>
    /// <param name="workspace">Made by the network's CreateWorkspace.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    public static T Backward<TNet, T>(
        this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Workspace<T> workspace)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Pass(network, inputs, targets, gradients, default, workspace);
    }

    /// <summary>The mean loss of a batch and its gradient by the parameters and by the inputs. Allocates nothing; uses the network's own workspace, so one
    /// thread at a time.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten.</param>
    /// <param name="inputGradients">d loss / d inputs, [n x InputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    public static T Backward<TNet, T>(
        this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check.Length(inputGradients.Length, inputs.Length, nameof(inputGradients));
        return Pass(network, inputs, targets, gradients, inputGradients, null);
    }

    /// <summary>The mean loss of a batch and its gradient by the parameters and by the inputs, with the scratch memory of the calling thread. Allocates nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten.</param>
    /// <param name="inputGradients">d loss / d inputs, [n x InputSize], overwritten.</param>
    /// <param name="workspace">Made by the network's CreateWorkspace.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    public static T Backward<TNet, T>(
        this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients, Workspace<T> workspace)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Check.Length(inputGradients.Length, inputs.Length, nameof(inputGradients));
        return Pass(network, inputs, targets, gradients, inputGradients, workspace);
    }

    /// <summary>
    /// The mean loss of a batch and its gradient, where each row goes on with the sequence of the same row in the batch before: truncated backpropagation through time. Allocates nothing.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], the next steps of each sequence.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="gradients">d loss / d parameters, overwritten; what was carried counts as given.</param>
    /// <param name="carried">What the batch before has left; it is replaced where the loss is finite. Made by <see cref="CreateCarriedState{TNet, T}"/>.</param>
    /// <param name="workspace">The scratch memory of the calling thread, made by the network's CreateWorkspace; null for the network's own.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, what is carried is of another network or number of rows, or what is written shares memory with another
    /// argument or the parameters.</exception>
    public static T Backward<TNet, T>(
        this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, CarriedState<T> carried, Workspace<T>? workspace = null)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(carried);
        carried.Check(Check.Batch(inputs.Length, TNet.InputSize, targets.Length, TNet.TargetSize), TNet.CarriedSize);
        T loss = Pass(network, inputs, targets, gradients, default, workspace, carried);
        if (T.IsFinite(loss))
            carried.Advance();
        return loss;
    }

    /// <summary>Room for what recurrent layers leave behind a batch, zero to begin with: for training on sequences that are longer than the network's.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The rows of each batch, a sequence each.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row.</exception>
    /// <exception cref="InvalidOperationException">The network has no recurrent layer.</exception>
    public static CarriedState<T> CreateCarriedState<TNet, T>(this INetwork<TNet, T> network, int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return TNet.CarriedSize > 0 ? new CarriedState<T>(rows, TNet.CarriedSize)
            : throw new InvalidOperationException($"{typeof(TNet).Name} has no recurrent layer, so it leaves nothing that could be carried: expected a SimpleRnn, Gru or Lstm.");
    }

    /// <summary>
    /// The gradient of any function f of the outputs, given d f / d outputs: for networks in a row, reinforcement learning, losses of one's own. The sum over
    /// the rows, no mean: the caller's numbers are the scale. Allocates nothing; uses the network's own workspace, so one thread at a time.
    /// </summary>
    /// <param name="network">The network; one with dropout draws new masks, as in Backward.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="outputGradients">d f / d outputs, [n x OutputSize].</param>
    /// <param name="gradients">d f / d parameters, overwritten; laid out like the parameters.</param>
    /// <param name="inputGradients">d f / d inputs, [n x InputSize], overwritten; empty where they are not wanted.</param>
    /// <param name="workspace">The scratch memory of the calling thread, made by the network's CreateWorkspace; null for the network's own.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or what is written shares memory with another argument or the parameters.</exception>
    public static void VectorJacobianProduct<TNet, T>(
        this INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> gradients, Span<T> inputGradients = default,
        Workspace<T>? workspace = null)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int n = Check.Rows(inputs.Length, TNet.InputSize, outputGradients.Length, TNet.OutputSize, nameof(outputGradients));
        Check.Batch(inputs.Length, TNet.InputSize, outputGradients.Length, TNet.OutputSize);
        if (!inputGradients.IsEmpty)
            Check.Length(inputGradients.Length, inputs.Length, nameof(inputGradients));
        Check.Gradients(gradients.Length, network.Parameters.Length);
        Check.Apart<T>(inputs, outputGradients, gradients, inputGradients, network.Parameters, nameof(outputGradients));
        var blocks = new Blocks<TNet, T>(network, n, workspace);
        while (blocks.Next())
        {
            ReadOnlySpan<T> x = blocks.Of(inputs, TNet.InputSize);
            CheckedPasses.VectorJacobianRows(network, x, blocks.Of(outputGradients, TNet.OutputSize), blocks.Of(inputGradients, TNet.InputSize), workspace);
            CheckedPasses.ParameterGradients(network, blocks.Share, x, gradients, workspace);
        }
    }

    /// <summary>The loss and the gradients of a batch, block after block; what is carried is not replaced yet.</summary>
    internal static T Pass<TNet, T>(
        INetwork<TNet, T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradients, Span<T> inputGradients, Workspace<T>? workspace,
        CarriedState<T>? carried = null, int batchRows = 0, double batchTerms = 0)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int n = Check.Batch(inputs.Length, TNet.InputSize, targets.Length, TNet.TargetSize);
        Check.Gradients(gradients.Length, network.Parameters.Length);
        Check.Apart<T>(inputs, targets, gradients, inputGradients, network.Parameters, nameof(targets));
        double loss = 0, terms = batchRows == 0 ? CheckedPasses.Terms(network, inputs, targets) : batchTerms;
        var blocks = new Blocks<TNet, T>(network, n, workspace, carried, batchRows);
        while (blocks.Next())
        {
            ReadOnlySpan<T> x = blocks.Of(inputs, TNet.InputSize);
            loss += CheckedPasses.BackwardRows(network, terms, 1, x, blocks.Of(targets, TNet.TargetSize), blocks.Of(inputGradients, TNet.InputSize), workspace);
            CheckedPasses.ParameterGradients(network, blocks.Share, x, gradients, workspace);
        }

        return T.CreateTruncating(loss);
    }

    /// <summary>The rows of a batch, block after block, each with the noise of its rows and what is carried to them. Where rows are normalised together, blocks are equal but for a row.</summary>
    private ref struct Blocks<TNet, T>
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly int _n;
        private readonly int _batch;
        private readonly int _most;
        private readonly int _equal;
        private readonly Workspace<T>? _noisy;
        private readonly Workspace<T>? _carrying;
        private readonly CarriedState<T>? _carried;
        private readonly DropoutNoise _noise;
        private int _start;
        private int _rows;
        private int _block;

        public Blocks(INetwork<TNet, T> network, int n, Workspace<T>? workspace, CarriedState<T>? carried = null, int batchRows = 0)
        {
            _batch = batchRows == 0 ? n : batchRows;
            _carried = carried;
            _carrying = TNet.CarriedSize > 0 ? workspace ?? network.Memory.Workspace : null;
            NetworkMemory<T> memory = network.Memory;
            _n = n;
            _most = memory.BlockRows;
            _equal = memory.FewestRows == 0 ? 0 : (n - 1) / _most + 1;
            _noisy = TNet.HasDropout ? workspace ?? memory.Workspace : null;
            if (_noisy is not null)
                _noise = _noisy.Noise;
        }

        /// <summary>All gradients of the block.</summary>
        public readonly Share Share => Share.Whole(first: _start == 0, _batch);

        /// <summary>Goes to the next block; behind the last, the noise stands at the next step.</summary>
        public bool Next()
        {
            _start += _rows;
            _rows = _equal == 0 ? Math.Min(_most, _n - _start) : RowSplit.EqualStart(_n, ++_block, _equal) - _start;
            if (_noisy is not null)
                _noisy.Noise = _rows > 0 ? _noise.At(_start) : _noise.Next();
            if (_carrying is not null)
                _carrying.Carried = _rows > 0 ? new CarriedRows<T>(_carried, _start) : default;
            return _rows > 0;
        }

        public readonly ReadOnlySpan<T> Of(ReadOnlySpan<T> rows, int columns) => rows.Slice(_start * columns, _rows * columns);

        public readonly Span<T> Of(Span<T> rows, int columns) => rows.IsEmpty ? rows : rows.Slice(_start * columns, _rows * columns);
    }
}
