using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>A network in training as a file has it: the parameters, the state of the optimizer, and where the dropout masks of single steps are.</summary>
internal static class TrainingFile
{
    private const string SeedKey = "dropout.seed";
    private const string StepKey = "dropout.step";
    private const string RowKey = "dropout.first_row";

    /// <summary>The tensors and metadata to be written.</summary>
    public static (List<SafeTensor> Tensors, Dictionary<string, string> Metadata) Collect<TNet, T>(TNet network, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<SafeTensor> tensors = NetworkTensors.Read<T>(TNet.Layout, network.Parameters);
        Dictionary<string, string> metadata = NetworkFile.Metadata();
        OptimizerTensors.Add(optimizer, TNet.Layout, tensors, metadata);
        if (TNet.HasDropout && network.Memory.Workspace.Noise is var noise)
        {
            metadata[SeedKey] = noise.Seed.ToString(CultureInfo.InvariantCulture);
            metadata[StepKey] = noise.Step.ToString(CultureInfo.InvariantCulture);
            metadata[RowKey] = noise.FirstRow.ToString(CultureInfo.InvariantCulture);
        }

        return (tensors, metadata);
    }

    /// <summary>What a file has for a network and an optimizer, neither of which is touched.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, its tensors do not fit, or it has no state of an optimizer of this kind.</exception>
    public static Staged<T> Stage<TNet, T>(SafeTensorsFile file, string fileName, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string name = typeof(TNet).Name;
        T[] parameters = NetworkTensors.Stage<T>(file, fileName, TNet.Layout, name);
        OptimizerTensors.Staged<T> state = OptimizerTensors.Stage(file, fileName, TNet.Layout, name, optimizer);

        // Files of before the masks' position was saved do not have it.
        DropoutNoise? noise = !TNet.HasDropout || !file.Metadata.ContainsKey(SeedKey) ? null : new DropoutNoise(
            FileMetadata.Read<ulong>(file, fileName, SeedKey), FileMetadata.Read<ulong>(file, fileName, StepKey), FileMetadata.Read<int>(file, fileName, RowKey));
        return new Staged<T>(parameters, state, noise);
    }

    /// <summary>What has been read and checked.</summary>
    public sealed record Staged<T>(T[] Parameters, OptimizerTensors.Staged<T> Optimizer, DropoutNoise? Noise)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <summary>Replaces everything. The optimizer comes first: nothing else can refuse.</summary>
        /// <exception cref="ArgumentException">The optimizer has already taken steps on another number of parameters; nothing has changed.</exception>
        public void Apply<TNet>(TNet network, IOptimizerState<T> optimizer)
            where TNet : class, INetwork<TNet, T>
        {
            Optimizer.Apply(optimizer);
            Parameters.CopyTo(network.Parameters);
            if (Noise is { } noise && TNet.HasDropout && network.Memory.Workspace is var workspace)
                workspace.Noise = noise;
        }
    }
}
