using System;
using System.Numerics;

namespace GenNet;

/// <summary>Trains a network with an optimizer: batch by batch, or through a whole data set on all processors. A trainer is used by one thread at a time.</summary>
/// <typeparam name="TNet">The network class.</typeparam>
/// <typeparam name="T">Its precision, float or double.</typeparam>
public partial class Trainer<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StepGradients<T> _gradients;
    private readonly bool _keepGradients;
    private GradientSettings _settings;
    private TrainingStep<TNet, T> _step;
    private long _epochs;

    /// <summary>A trainer that changes the parameters of the given network.</summary>
    public Trainer(TNet network, IOptimizer<T> optimizer)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        Network = network;
        Optimizer = optimizer;
        _gradients = new StepGradients<T>(TNet.Layout);
        _step = NewStep();
    }

    /// <summary>The network that is trained.</summary>
    public TNet Network { get; }

    /// <summary>What changes its parameters.</summary>
    public IOptimizer<T> Optimizer { get; }

    /// <summary>
    /// L2 regularisation: (L2 / 2) times the sum of the squared weights, never biases, is added to the loss, and its gradient L2 * w to those of
    /// the batch before they are clipped and before the optimizer; 0 (none) by default. It is PyTorch's weight_decay of SGD, but for the biases.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and at least 0.</exception>
    public double L2
    {
        get => _settings.L2;
        init => Settings = _settings with { L2 = OptimizerSettings.NotNegative(value, nameof(L2)) };
    }

    /// <summary>L1 regularisation: L1 times the sum of the absolute weights, never biases, is added to the loss, and its gradient
    /// L1 * sign(w), 0 at 0, to those of the batch; 0 (none) by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and at least 0.</exception>
    public double L1
    {
        get => _settings.L1;
        init => Settings = _settings with { L1 = OptimizerSettings.NotNegative(value, nameof(L1)) };
    }

    /// <summary>Clips each gradient, penalty included, to between -ClipValue and ClipValue; null (none) by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? ClipValue
    {
        get => _settings.ClipValue;
        init => Settings = _settings with { ClipValue = Limit(value, nameof(ClipValue)) };
    }

    /// <summary>Scales the gradient of all parameters together, penalty included, to a Euclidean norm of at most ClipNorm, as PyTorch's clip_grad_norm_
    /// does; null (none) by default. Clipping by value comes first where both are set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? ClipNorm
    {
        get => _settings.ClipNorm;
        init => Settings = _settings with { ClipNorm = Limit(value, nameof(ClipNorm)) };
    }

    /// <summary>
    /// Whether each step leaves its gradients in <see cref="Gradients"/>; false by default. Without, plain gradient descent (<see cref="Sgd{T}"/>, no penalty,
    /// no clipping) on a batch that is computed at once, of up to 128 rows on one thread, adds the gradients to the parameters as they are computed, which is faster.
    /// </summary>
    public bool KeepGradients
    {
        get => _keepGradients;
        init
        {
            _keepGradients = value;
            _step = NewStep();
        }
    }

    /// <summary>
    /// The epochs that its fits have begun so far, one that was cancelled included and those that diverged not: the next fit goes on with the orders and
    /// dropout masks of the epochs after them, unless it sets <see cref="FitOptions{T}.FirstEpoch"/>. May be set for a trainer that continues the work of
    /// another one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or above 10^15.</exception>
    public long Epochs
    {
        get => _epochs;
        init => _epochs = value is >= 0 and <= OptimizerSettings.MostSteps
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Epochs must be 0 to 10^15.");
    }

    private GradientSettings Settings
    {
        set
        {
            _settings = value;
            _step = NewStep();
        }
    }

    /// <summary>The gradient of the last step, as the optimizer took it: with penalty, clipped. Laid out like the parameters: the network's Layout reads its tensors. In the place of running
    /// statistics it has those of the batch.</summary>
    /// <exception cref="InvalidOperationException">The last step did not keep it.</exception>
    public ReadOnlySpan<T> Gradients => _gradients.AreKept
        ? _gradients.Span
        : throw new InvalidOperationException("The last step has added its gradients to the parameters without keeping them; set KeepGradients of the trainer to keep them.");

    /// <summary>One optimizer step on one batch. Allocates nothing beyond what the optimizer does.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <returns>The mean loss of the batch with the penalty of the weights, before the step. Where it is not finite, neither network nor optimizer are changed.</returns>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, there is no row, or in plain gradient descent they share memory with the
    /// parameters, which change while the rows are still read.</exception>
    /// <exception cref="InvalidOperationException">The trainer has an <see cref="Exchange"/>, and another rank has another declaration, optimizer, settings of the trainer or width of vectors.</exception>
    /// <remarks>With an <see cref="Exchange"/> each rank is given the whole batch, the same one, and computes its rows of it; before the first step, parameters and optimizer become those of rank 0.</remarks>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        StepResult step = _stepOnRanks is null ? _step.Run(inputs, targets, noise: default) : _stepOnRanks(inputs, targets);
        return T.CreateTruncating(step.Mean) + T.CreateTruncating(step.Penalty);
    }

    /// <summary>
    /// One optimizer step on one batch whose rows go on with the sequences of the same rows in the batch before, from the state that recurrent layers have left there: truncated backpropagation through time.
    /// </summary>
    /// <param name="inputs">[n x InputSize], the next steps of each sequence.</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <param name="carried">What the batch before has left; it is replaced where the loss is finite. Made by the network's CreateCarriedState.</param>
    /// <returns>The mean loss of the batch with the penalty of the weights, before the step.</returns>
    /// <exception cref="ArgumentException">As without; or what is carried is of another network or number of rows.</exception>
    /// <exception cref="InvalidOperationException">The trainer has an <see cref="Exchange"/>.</exception>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, CarriedState<T> carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        CheckAlone();
        carried.Check(inputs.Length / TNet.InputSize, TNet.CarriedSize);
        StepResult step = _step.Run(inputs, targets, noise: default, carried);
        return T.CreateTruncating(step.Mean) + T.CreateTruncating(step.Penalty);
    }

    /// <summary>Goes through the data, an optimizer step for each batch, for as many epochs as the options say.</summary>
    /// <param name="train">The data, with rows of the network's sizes.</param>
    /// <param name="options">Epochs, batch size, order and callbacks; one epoch of shuffled batches of 32 without.</param>
    /// <returns>The losses of the epochs, and why the fit ended.</returns>
    /// <remarks>Deterministic: the same network, optimizer, data, options and epochs of the trainer before (with the same number of threads and width of
    /// vectors) give the same parameters, bit for bit. A second fit continues the orders and masks of the first. Nothing is allocated per step.</remarks>
    /// <exception cref="DivergenceException">A loss, gradient or parameter has become NaN or infinite; network and optimizer are again as after the last
    /// epoch that was completed, or as before the fit.</exception>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, the validation data have NaN or infinity, the first epoch lies
    /// behind the last, the last batch is a single row that a layer cannot normalise over, CarryState does not fit network, order or batches, the optimizer cannot do what the options ask for, or they are not those of the checkpoint that is to be resumed.</exception>
    /// <exception cref="InvalidOperationException">The schedule gives a learning rate that cannot be used, or the trainer has an <see cref="Exchange"/>.</exception>
    /// <exception cref="System.IO.IOException">A checkpoint cannot be written or read; one that was there stays. A missing folder is found before the first epoch.</exception>
    /// <exception cref="UnauthorizedAccessException">A checkpoint may not be written or read.</exception>
    /// <exception cref="System.IO.InvalidDataException">The checkpoint to resume is damaged, or is one of another network or optimizer; nothing has changed.</exception>
    public FitResult Fit(Dataset<T> train, FitOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        CheckAlone();
        options ??= new FitOptions<T>();
        RowSizes.Require<TNet, T>(train.InputSize, train.TargetSize, "data set", nameof(train));
        CheckLastBatch(train.Count, options.BatchSize);
        if (options.CarryState)
            CheckCarried(train.Count, options);
        CheckOptions(options);
        using var batches = new BatchSource<T>(train, options.BatchSize, options.Shuffle, options.Seed);
        return FitAlone(batches, train, options);
    }

    private void CheckOptions(FitOptions<T> options)
    {
        if (options.Validation is { } validation)
        {
            RowSizes.Require<TNet, T>(validation.InputSize, validation.TargetSize, "data set", nameof(FitOptions<T>.Validation));
            CheckValidation("inputs", validation.Inputs, validation.InputSize);
            CheckValidation("targets", validation.Targets, validation.TargetSize);
        }

        if (options.ResumeFrom is not null && options.FirstEpoch != 1)
            throw new ArgumentException($"FirstEpoch is {options.FirstEpoch}, but a checkpoint is to be resumed, which says itself where to go on: leave FirstEpoch at 1.", nameof(options));
        if (options.FirstEpoch > options.Epochs)
            throw new ArgumentException($"The first epoch, {options.FirstEpoch}, lies behind the last, {options.Epochs}.", nameof(options));
        if (options.Checkpoint is not null || options.ResumeFrom is not null)
            Checkpoint<TNet, T>.StateOf(Optimizer);
    }

    private FitResult FitAlone(IBatchSource<T> batches, Dataset<T>? data, FitOptions<T> options)
    {
        options.Checkpoint?.CheckPlace();
        using var team = new WorkerTeam(options.Threads);
        return Fit(new SingleProcess<TNet, T>(Network, _step, team, options), batches, data, options);
    }

    private FitResult Fit(FitProcess<TNet, T> process, IBatchSource<T> batches, Dataset<T>? data, FitOptions<T> options)
    {
        var run = new FitRun<TNet, T>(Network, Optimizer, process, _gradients, _settings, batches, data, options, options.ContinuesTrainer ? _epochs : 0);
        try
        {
            return run.Run();
        }
        finally
        {
            _epochs = run.EpochsBegun ?? _epochs;
        }
    }

    /// <summary>That each row of a batch can go on from the same row of the batch before.</summary>
    private static void CheckCarried(int rows, FitOptions<T> options)
    {
        if (TNet.CarriedSize == 0)
            throw new ArgumentException($"{typeof(TNet).Name} has no recurrent layer, so there is no state that CarryState could carry: leave it false.", nameof(options));
        if (options.Shuffle)
            throw new ArgumentException("With CarryState each row goes on from the same row of the batch before, which no shuffled order leaves: set Shuffle to false.", nameof(options));
        if (rows % options.BatchSize != 0)
        {
            throw new ArgumentException(
                $"With CarryState all batches have the same rows, but {rows} rows in batches of {options.BatchSize} leave {rows % options.BatchSize}: Dataset.FromSeries leaves out what is over.",
                nameof(options));
        }
    }

    /// <summary>That each batch of an epoch has the rows that a layer of the network normalises over.</summary>
    private void CheckLastBatch(int rows, int batchSize)
    {
        int fewest = Network.Memory.FewestRows, size = Math.Min(rows, batchSize), last = (rows - 1) % size + 1;
        if (last < fewest)
        {
            throw new ArgumentException(
                $"{typeof(TNet).Name} normalises over the rows of a batch, at least {fewest}, but of {rows} rows in batches of {size} the last one has {last}: choose another BatchSize, "
                + "or leave rows out.", nameof(FitOptions<T>.BatchSize));
        }
    }

    /// <summary>A loss that is NaN because of the data would pass for one that does not improve.</summary>
    private static void CheckValidation(string part, ReadOnlySpan<T> numbers, int size)
    {
        if (NotFinite.Rows(numbers, size) is not [int row, ..] rows)
            return;
        string which = Divergence.Listed([.. rows], "validation data");
        throw new ArgumentException($"The {part} of {which} are not finite, with {NotFinite.In(numbers.Slice(row * size, size))} of row {row} (rows and columns count from 0): mend them or leave them out.", nameof(FitOptions<T>.Validation));
    }

    private TrainingStep<TNet, T> NewStep() => new(Network, Optimizer, _settings, _gradients, _keepGradients);

    private static double? Limit(double? value, string name) => value is { } limit ? OptimizerSettings.Epsilon(limit, name) : null;
}

/// <summary>Trains a network of precision float.</summary>
/// <typeparam name="TNet">The network class.</typeparam>
public sealed class Trainer<TNet> : Trainer<TNet, float>
    where TNet : class, INetwork<TNet, float>
{
    /// <inheritdoc cref="Trainer{TNet, T}(TNet, IOptimizer{T})"/>
    public Trainer(TNet network, IOptimizer<float> optimizer)
        : base(network, optimizer)
    {
    }
}
