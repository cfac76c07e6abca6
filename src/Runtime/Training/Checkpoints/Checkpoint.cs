using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Writes and reads the state of a fit between two epochs: a safetensors file with the network, its optimizer and the best parameters as tensors, and in
/// the metadata the declaration of the network, the position, the settings that take part in the result, and a checksum. Random numbers need no state of
/// their own: the order of an epoch and the masks of dropout follow from the seed and the place in the fit.
/// </summary>
internal sealed class Checkpoint<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string NetworkKey = "fit.network";
    private const string VectorsKey = "fit.vectors";

    private readonly TNet _network;
    private readonly IOptimizerState<T> _optimizer;
    private readonly CheckpointSettings<T> _settings;
    private readonly GradientExchange? _ranks;

    /// <summary>Checkpoints of a fit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">Its optimizer, with the learning rate of before the fit.</param>
    /// <param name="data">The training data; null where they come from a stream.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="gradients">The settings of the trainer.</param>
    /// <param name="ranks">The ranks that train together, of which the first reads and writes; or null.</param>
    /// <exception cref="ArgumentException">The optimizer has no state that could be saved.</exception>
    public Checkpoint(TNet network, IOptimizer<T> optimizer, Dataset<T>? data, FitOptions<T> options, GradientSettings gradients, GradientExchange? ranks = null)
    {
        _network = network;
        _optimizer = StateOf(optimizer);
        _ranks = ranks;
        _settings = new CheckpointSettings<T>(optimizer, data, options, gradients, ranks);
    }

    /// <summary>What of an optimizer can be saved.</summary>
    /// <exception cref="ArgumentException">Nothing.</exception>
    public static IOptimizerState<T> StateOf(IOptimizer<T> optimizer) => optimizer as IOptimizerState<T>
        ?? throw new ArgumentException($"A checkpoint needs an optimizer whose state can be saved: {optimizer.GetType().Name} does not implement IOptimizerState.", nameof(optimizer));

    /// <summary>Writes a checkpoint after an epoch, with the learning rate of before the fit in the optimizer.</summary>
    public void Write(string path, int epoch, long epochsBefore, LearningRateControl<T> rates, EarlyStoppingState<T> early)
    {
        if (_ranks is { Rank: > 0 })
            return;
        (List<SafeTensor> tensors, Dictionary<string, string> metadata) = TrainingFile.Collect<TNet, T>(_network, _optimizer);
        if (early is { BestParameters: { } best, BestEpoch: > 0 })
            tensors.AddRange(NetworkTensors.Read<T>(TNet.Layout, best, NetworkTensors.BestPrefix));
        _settings.Write(metadata);
        new CheckpointPosition(epoch, epochsBefore, rates.Steps, rates.Batches, rates.Plateau, early.BestLoss, early.BestEpoch, early.Waited).Write(metadata);
        metadata[NetworkKey] = TNet.Declaration;
        metadata[VectorsKey] = MachineVectors.Text;
        Checksum.Add(tensors, metadata);
        new SafeTensorsFile(tensors, metadata).Write(path.Replace("{epoch}", ScheduleSettings.Text($"{epoch}"), StringComparison.Ordinal));
    }

    /// <summary>Takes up everything that a checkpoint has, or on a failure nothing: all is read and checked before the first thing is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="rates">Takes up what the schedule remembers.</param>
    /// <param name="early">Takes up what early stopping remembers.</param>
    /// <param name="warning">What the user should know, or null.</param>
    /// <exception cref="InvalidDataException">The file is damaged or no checkpoint of this network and optimizer.</exception>
    /// <exception cref="ArgumentException">The options are not those of the checkpoint; the message lists what differs.</exception>
    public CheckpointPosition Resume(string path, FitOptions<T> options, LearningRateControl<T> rates, EarlyStoppingState<T> early, out FitWarning? warning)
    {
        SafeTensorsFile file = _ranks is null ? SafeTensorsFile.Read(path) : RankAgreement.Read(_ranks, path);
        CheckOrigin(file, path);
        TrainingFile.Staged<T> training = TrainingFile.Stage<TNet, T>(file, path, _optimizer);
        _settings.Check(file, path);
        CheckpointPosition position = CheckpointPosition.Read(file, path, rates.KnownBatches);
        if (position.Epoch > options.Epochs)
            throw new ArgumentException($"{path} was written after epoch {position.Epoch}, but the last epoch is to be {options.Epochs}.", nameof(FitOptions<T>.ResumeFrom));
        T[]? best = early.BestParameters is null || position.BestEpoch == 0 ? null : NetworkTensors.Stage<T>(file, path, TNet.Layout, typeof(TNet).Name, NetworkTensors.BestPrefix);
        CheckNumbers(path, training, best);
        if (position.Epoch < options.Epochs && !rates.CanContinue(training.Optimizer.LearningRate, position))
            throw new InvalidDataException(ScheduleSettings.Text($"{path}: with the learning rate {training.Optimizer.LearningRate} and the factor {position.Plateau.Factor} of its metadata the schedule '{options.Schedule}' gives no rate that is finite and above 0."));

        warning = file.Metadata.TryGetValue(VectorsKey, out string? vectors) && vectors != MachineVectors.Text
            ? new FitWarning(FitWarningKind.OtherVectors, position.Epoch, $"{path} was written with vectors of {vectors}, this machine has {MachineVectors.Text}: the fit goes on, but as sums are split otherwise, its last places may differ from those of a fit without the interruption.")
            : null;

        // The optimizer is asked first, and only it can refuse.
        training.Apply(_network, _optimizer);
        rates.Restore(position.Plateau, position.Steps, position.Batches);
        early.Restore(position.BestLoss, position.BestEpoch, position.Waited, best);
        return position;
    }

    /// <summary>That the file is an undamaged checkpoint of this network.</summary>
    private static void CheckOrigin(SafeTensorsFile file, string path)
    {
        if (!file.Metadata.ContainsKey(CheckpointPosition.EpochKey))
            throw new InvalidDataException($"{path} is no checkpoint: '{CheckpointPosition.EpochKey}' is not in its metadata.");

        // Checkpoints of before there were declarations and checksums have neither.
        bool isDeclared = file.Metadata.TryGetValue(NetworkKey, out string? declaration);
        if (isDeclared || Checksum.IsIn(file))
            Checksum.Check(file, path);
        if (!isDeclared || declaration == TNet.Declaration)
            return;
        throw new InvalidDataException($"{path} is a checkpoint of another network than {typeof(TNet).Name}: {string.Join("; ", NetworkDeclaration.Differences(declaration!, TNet.Declaration))}. "
            + "A fit is resumed by the network that began it; to train this one from these parameters, Restore them from the file and fit anew.");
    }

    /// <summary>That no number is one that a fit would have stopped at.</summary>
    private static void CheckNumbers(string path, TrainingFile.Staged<T> training, T[]? best)
    {
        CheckTensors(path, "", training.Parameters, T.IsFinite, "NaN or infinity");
        CheckTensors(path, NetworkTensors.BestPrefix, best ?? [], T.IsFinite, "NaN or infinity");

        // Infinity is possible there: the squares of large gradients overflow in a fit that goes on.
        foreach ((string name, T[] state) in training.Optimizer.State)
            CheckTensors(path, OptimizerTensors.BufferPrefix(name), state, number => !T.IsNaN(number), "NaN");
    }

    private static void CheckTensors(string path, string prefix, T[] buffer, Predicate<T> isPossible, string impossible)
    {
        if (Array.TrueForAll(buffer, isPossible))
            return;
        string name = TNet.Layout.TensorsOf(buffer.Length).First(tensor => !Array.TrueForAll(TNet.Layout.Read<T>(buffer, tensor.Name), isPossible)).Name;
        throw new InvalidDataException($"{path} is damaged: tensor {prefix}{name} has {impossible}, which no fit goes on with. Resume from an older checkpoint.");
    }
}
