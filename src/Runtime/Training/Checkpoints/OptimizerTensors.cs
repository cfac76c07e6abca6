using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The state of an optimizer in a file: its buffers as tensors, kind, settings, steps and learning rate as metadata.</summary>
internal static class OptimizerTensors
{
    /// <summary>What the names of its tensors and of its metadata begin with.</summary>
    public const string Prefix = TensorFit.OptimizerPrefix;

    public const string KindKey = "optimizer.kind";
    public const string SettingsKey = "optimizer.settings";
    private const string StepsKey = "optimizer.steps";
    private const string RateKey = "optimizer.learning_rate";

    /// <summary>Adds the state to what is written.</summary>
    public static void Add<T>(IOptimizerState<T> optimizer, Layout layout, List<SafeTensor> tensors, Dictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        metadata[KindKey] = optimizer.Kind;
        metadata[SettingsKey] = optimizer.Settings;
        metadata[StepsKey] = optimizer.Steps.ToString(CultureInfo.InvariantCulture);
        metadata[RateKey] = optimizer.LearningRate.ToString("R", CultureInfo.InvariantCulture);
        if (optimizer.Steps == 0)
            return;
        foreach (string name in optimizer.StateNames)
            tensors.AddRange(NetworkTensors.Read(layout, optimizer.State(name), BufferPrefix(name)));
    }

    /// <summary>The state that a file has for an optimizer, which is not touched.</summary>
    /// <exception cref="InvalidDataException">There is none, it is of another kind, or it is damaged.</exception>
    public static Staged<T> Stage<T>(SafeTensorsFile file, string fileName, Layout layout, string networkName, IOptimizerState<T> optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!file.Metadata.TryGetValue(KindKey, out string? kind))
            throw new InvalidDataException($"{fileName} has no state of an optimizer ('{KindKey}' is not in its metadata): it was saved without one.");
        if (kind != optimizer.Kind)
            throw new InvalidDataException($"{fileName} has the state of the optimizer '{kind}', which does not fit '{optimizer.Kind}'.");
        long steps = FileMetadata.Read<long>(file, fileName, StepsKey);
        T rate = FileMetadata.Read<T>(file, fileName, RateKey);
        if (steps is < 0 or > OptimizerSettings.MostSteps || !T.IsFinite(rate) || rate <= T.Zero)
            throw new InvalidDataException($"{fileName}: {steps} steps with a learning rate of {rate.ToString(null, CultureInfo.InvariantCulture)} cannot be: expected 0 to {OptimizerSettings.MostSteps} and a number above 0.");
        var state = new Dictionary<string, T[]>(StringComparer.Ordinal);
        if (steps > 0)
        {
            foreach (string name in optimizer.StateNames)
                state[name] = NetworkTensors.Stage<T>(file, fileName, layout, layout.TrainableLength, networkName, BufferPrefix(name));
        }

        return new Staged<T>(steps, rate, state);
    }

    /// <summary>What the names of the tensors of a buffer begin with.</summary>
    public static string BufferPrefix(string name) => $"{Prefix}{name}/";

    /// <summary>State that has been read and checked.</summary>
    public sealed record Staged<T>(long Steps, T LearningRate, Dictionary<string, T[]> State)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <summary>Replaces state and learning rate, or on a failure neither.</summary>
        public void Apply(IOptimizerState<T> optimizer)
        {
            T before = optimizer.LearningRate;
            optimizer.LearningRate = LearningRate;
            try
            {
                optimizer.Restore(Steps, State);
            }
            catch
            {
                optimizer.LearningRate = before;
                throw;
            }
        }
    }
}
