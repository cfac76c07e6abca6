using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GenNet;

/// <summary>What takes part in the result of a fit and must be as it was where one is resumed: data, options, the settings of optimizer and trainer.</summary>
internal sealed class CheckpointSettings<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string ScheduleKey = "fit.schedule";
    private const string EpochsKey = "fit.epochs";

    private readonly Dictionary<string, string> _settings;
    private readonly ISchedule? _schedule;
    private readonly string _epochs;
    private readonly bool _changeSchedule;

    public CheckpointSettings(IOptimizer<T> optimizer, Dataset<T>? data, FitOptions<T> options, GradientSettings gradients, GradientExchange? ranks)
    {
        _schedule = options.Schedule;
        _epochs = ScheduleSettings.Text($"{options.Epochs}");
        _changeSchedule = options.ChangeSchedule;
        _settings = new Dictionary<string, string>(OfStep(optimizer, gradients), StringComparer.Ordinal)
        {
            ["fit.seed"] = ScheduleSettings.Text($"{options.Seed}"),
            ["fit.batch_size"] = ScheduleSettings.Text($"{options.BatchSize}"),
            ["fit.shuffle"] = options.Shuffle ? "true" : options.CarryState ? "false, state carried" : "false",
            ["fit.threads"] = ScheduleSettings.Text($"{options.Threads}{Division(ranks)}"),
            ["fit.data"] = data is null ? "stream" : Fingerprint(data),
            ["fit.validation"] = options.Validation is { } validation ? Fingerprint(validation) : "none",
            [ScheduleKey] = options.Schedule?.ToString() ?? "none",
            ["fit.early_stopping"] = options.EarlyStopping?.ToString() ?? "none",
        };
    }

    /// <summary>What takes part in each step.</summary>
    public static Dictionary<string, string> OfStep(IOptimizer<T> optimizer, GradientSettings gradients) => new(StringComparer.Ordinal)
    {
        [OptimizerTensors.KindKey] = (optimizer as IOptimizerState<T>)?.Kind ?? optimizer.GetType().Name,
        [OptimizerTensors.SettingsKey] = (optimizer as IOptimizerState<T>)?.Settings ?? "",
        ["fit.learning_rate"] = (optimizer as ILearningRate<T>)?.LearningRate.ToString("R", CultureInfo.InvariantCulture) ?? "none",
        ["fit.gradients"] = gradients.ToString(),
    };

    /// <summary>All of them but the schedule's epochs.</summary>
    public IReadOnlyDictionary<string, string> All => _settings;

    /// <summary>Adds them to the metadata of a checkpoint.</summary>
    public void Write(Dictionary<string, string> metadata)
    {
        foreach ((string key, string value) in _settings)
            metadata[key] = value;
        metadata[EpochsKey] = _epochs;
    }

    /// <summary>Compares them with those of a checkpoint.</summary>
    /// <exception cref="InvalidDataException">One is missing in the file.</exception>
    /// <exception cref="ArgumentException">They are not those of the checkpoint; the message lists what differs, and says what to do.</exception>
    public void Check(SafeTensorsFile file, string path)
    {
        List<string> differences = _settings
            .Select(setting => (setting.Key, Now: setting.Value, Then: FileMetadata.Read(file, path, setting.Key)))
            .Where(setting => setting.Now != setting.Then && !(setting.Key == ScheduleKey && _changeSchedule))
            .Select(setting => $"{setting.Key} was '{setting.Then}' and is '{setting.Now}'")
            .ToList();

        // Checkpoints of before the epochs were recorded do not have them.
        if (!_changeSchedule && _schedule is { DependsOnEpochs: true } && file.Metadata.TryGetValue(EpochsKey, out string? then) && then != _epochs)
            differences.Add($"the schedule '{_schedule}' was made for {then} epochs and is for {_epochs}, so that the learning rate would jump");
        if (differences.Count == 0)
            return;
        string schedule = differences.Exists(difference => difference.Contains("schedule", StringComparison.Ordinal)) ? " (another schedule is taken where FitOptions.ChangeSchedule is set)" : "";
        throw new ArgumentException($"The fit cannot continue {path} bit for bit: {string.Join("; ", differences)}. Set them as they were{schedule}; to go on with other settings, restore network and optimizer from the file and fit from FirstEpoch.", nameof(FitOptions<T>.ResumeFrom));
    }

    /// <summary>How ranks divide a batch, as far as it takes part in the result.</summary>
    private static string Division(GradientExchange? ranks) => ranks switch
    {
        { Shares: { } shares } => ScheduleSettings.Text($", {shares} shares of a batch"),
        { Size: > 1 } => ScheduleSettings.Text($", {ranks.Size} ranks"),
        _ => "",
    };

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
