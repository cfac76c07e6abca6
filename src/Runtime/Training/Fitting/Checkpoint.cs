using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GenNet;

/// <summary>
/// Writes and reads the state of a fit between two epochs: a safetensors file with the network, its optimizer and the best parameters as tensors, and
/// in the metadata the position, what schedule and early stopping remember, and the settings that take part in the result. Random
/// numbers need no state of their own: the order of an epoch and the masks of dropout follow from the seed and the place in the fit.
/// </summary>
internal sealed class Checkpoint<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string EpochKey = "fit.epoch";
    private const string StepsKey = "fit.steps";
    private const string BatchesKey = "fit.batches";
    private const string PlateauKey = "fit.plateau.";
    private const string EarlyKey = "fit.early.";

    private readonly TNet _network;
    private readonly IOptimizerState<T> _optimizer;
    private readonly Dictionary<string, string> _settings;

    /// <summary>Checkpoints of a fit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">Its optimizer, with the learning rate of before the fit.</param>
    /// <param name="data">The training data; null where they come from a stream.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="gradients">The settings of the trainer.</param>
    /// <exception cref="ArgumentException">The optimizer has no state that could be saved.</exception>
    public Checkpoint(TNet network, IOptimizer<T> optimizer, Dataset<T>? data, FitOptions<T> options, GradientSettings gradients)
    {
        _network = network;
        _optimizer = optimizer as IOptimizerState<T>
            ?? throw new ArgumentException($"A checkpoint needs an optimizer whose state can be saved: {optimizer.GetType().Name} does not implement IOptimizerState.", nameof(optimizer));
        _settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OptimizerTensors.KindKey] = _optimizer.Kind,
            [OptimizerTensors.SettingsKey] = _optimizer.Settings,
            ["fit.learning_rate"] = _optimizer.LearningRate.ToString("R", CultureInfo.InvariantCulture),
            ["fit.seed"] = ScheduleSettings.Text($"{options.Seed}"),
            ["fit.batch_size"] = ScheduleSettings.Text($"{options.BatchSize}"),
            ["fit.shuffle"] = options.Shuffle ? "true" : "false",
            ["fit.threads"] = ScheduleSettings.Text($"{options.Threads}"),
            ["fit.data"] = data is null ? "stream" : Fingerprint(data),
            ["fit.validation"] = options.Validation is { } validation ? Fingerprint(validation) : "none",
            ["fit.schedule"] = options.Schedule?.ToString() ?? "none",
            ["fit.early_stopping"] = options.EarlyStopping?.ToString() ?? "none",
            ["fit.gradients"] = gradients.ToString(),
        };
    }

    /// <summary>Writes a checkpoint after an epoch, with the learning rate of before the fit in the optimizer.</summary>
    public void Write(string path, int epoch, LearningRateControl<T> rates, EarlyStoppingState<T> early)
    {
        PlateauState plateau = rates.Plateau;
        List<SafeTensor> tensors = NetworkTensors.Read<T>(TNet.Layout, _network.Parameters);
        Dictionary<string, string> metadata = NetworkFile.Metadata();
        OptimizerTensors.Add(_optimizer, TNet.Layout, tensors, metadata);
        if (early is { BestParameters: { } best, BestEpoch: > 0 })
            tensors.AddRange(NetworkTensors.Read<T>(TNet.Layout, best, NetworkTensors.BestPrefix));
        foreach ((string key, string value) in _settings)
            metadata[key] = value;
        metadata[EpochKey] = ScheduleSettings.Text($"{epoch}");
        metadata[StepsKey] = ScheduleSettings.Text($"{rates.Steps}");
        metadata[BatchesKey] = ScheduleSettings.Text($"{rates.Batches}");
        metadata[PlateauKey + "factor"] = ScheduleSettings.Text($"{plateau.Factor:R}");
        metadata[PlateauKey + "best"] = ScheduleSettings.Text($"{plateau.Best:R}");
        metadata[PlateauKey + "bad_epochs"] = ScheduleSettings.Text($"{plateau.BadEpochs}");
        metadata[PlateauKey + "cooldown"] = ScheduleSettings.Text($"{plateau.Cooldown}");
        metadata[EarlyKey + "best_loss"] = ScheduleSettings.Text($"{early.BestLoss:R}");
        metadata[EarlyKey + "best_epoch"] = ScheduleSettings.Text($"{early.BestEpoch}");
        metadata[EarlyKey + "waited"] = ScheduleSettings.Text($"{early.Waited}");
        new SafeTensorsFile(tensors, metadata).Write(path.Replace("{epoch}", ScheduleSettings.Text($"{epoch}"), StringComparison.Ordinal));
    }

    /// <summary>Takes up everything that a checkpoint has, or on a failure nothing; returns the epoch after which it was written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lastEpoch">The last epoch of the fit.</param>
    /// <param name="rates">Takes up what the schedule remembers.</param>
    /// <param name="early">Takes up what early stopping remembers.</param>
    /// <exception cref="InvalidDataException">The file is damaged or no checkpoint of this network and optimizer.</exception>
    /// <exception cref="ArgumentException">The options are not those of the checkpoint; the message lists what differs.</exception>
    public int Resume(string path, int lastEpoch, LearningRateControl<T> rates, EarlyStoppingState<T> early)
    {
        SafeTensorsFile file = SafeTensorsFile.Read(path);
        if (!file.Metadata.ContainsKey(EpochKey))
            throw new InvalidDataException($"{path} is no checkpoint: '{EpochKey}' is not in its metadata.");
        string name = typeof(TNet).Name;
        T[] parameters = NetworkTensors.Stage<T>(file, path, TNet.Layout, name);
        OptimizerTensors.Staged<T> optimizer = OptimizerTensors.Stage(file, path, TNet.Layout, name, _optimizer);
        CheckSettings(file, path);
        int epoch = FileMetadata.Read<int>(file, path, EpochKey);
        if (epoch > lastEpoch)
            throw new ArgumentException($"{path} was written after epoch {epoch}, but the last epoch is to be {lastEpoch}.", nameof(FitOptions<T>.ResumeFrom));
        if (epoch < 1)
            throw new InvalidDataException($"{path}: '{EpochKey}' in its metadata must be at least 1, found {epoch}.");
        long steps = FileMetadata.Read<long>(file, path, StepsKey);
        int batches = FileMetadata.Read<int>(file, path, BatchesKey);
        var plateau = new PlateauState(
            FileMetadata.Read<double>(file, path, PlateauKey + "factor"),
            FileMetadata.Read<double>(file, path, PlateauKey + "best"),
            FileMetadata.Read<int>(file, path, PlateauKey + "bad_epochs"),
            FileMetadata.Read<int>(file, path, PlateauKey + "cooldown"));
        double bestLoss = FileMetadata.Read<double>(file, path, EarlyKey + "best_loss");
        int bestEpoch = FileMetadata.Read<int>(file, path, EarlyKey + "best_epoch");
        int waited = FileMetadata.Read<int>(file, path, EarlyKey + "waited");
        T[]? best = early.BestParameters is null || bestEpoch == 0 ? null : NetworkTensors.Stage<T>(file, path, TNet.Layout, name, NetworkTensors.BestPrefix);

        optimizer.Apply(_optimizer);
        rates.Restore(plateau, steps, batches);
        early.Restore(bestLoss, bestEpoch, waited, best);
        parameters.CopyTo(_network.Parameters);
        return epoch;
    }

    private void CheckSettings(SafeTensorsFile file, string path)
    {
        List<string> differences = _settings
            .Select(setting => (setting.Key, Now: setting.Value, Then: FileMetadata.Read(file, path, setting.Key)))
            .Where(setting => setting.Now != setting.Then)
            .Select(setting => $"{setting.Key} was '{setting.Then}' and is '{setting.Now}'")
            .ToList();
        if (differences.Count > 0)
            throw new ArgumentException($"The fit cannot continue {path} bit for bit: {string.Join("; ", differences)}. Set them as they were; to go on with other settings, restore network and optimizer from the file and fit from FirstEpoch.", nameof(FitOptions<T>.ResumeFrom));
    }

    /// <summary>The number of rows and the beginning of a SHA-256 of all numbers.</summary>
    private static string Fingerprint(Dataset<T> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Inputs);
        Append(hash, data.Targets);
        return ScheduleSettings.Text($"{data.Count} rows {Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8))}");
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<T> numbers)
    {
        // In pieces: the bytes of a large array are more than a span can count.
        const int Piece = 1 << 20;
        for (int start = 0; start < numbers.Length; start += Piece)
            hash.AppendData(MemoryMarshal.AsBytes(numbers[start..Math.Min(start + Piece, numbers.Length)]));
    }
}
