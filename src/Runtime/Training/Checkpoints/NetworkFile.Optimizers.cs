using System;
using System.Collections.Generic;
using System.IO;
using System.Numerics;

namespace GenNet;

// Files of a network in training; the rest of the class knows of no optimizers.
public static partial class NetworkFile
{
    /// <summary>
    /// Saves the parameters with the state of the optimizer that trains them: tensors <c>optimizer.mean/0.weight</c> and so on, kind,
    /// settings, steps and learning rate in the metadata, and for a network with dropout the place of the masks of single steps. The file can be
    /// loaded as a network alone, too.
    /// </summary>
    /// <exception cref="ArgumentException">The state of the optimizer is that of another network.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save<TNet, T>(TNet network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        (List<SafeTensor> tensors, Dictionary<string, string> metadata) = TrainingFile.Collect<TNet, T>(network, optimizer);
        new SafeTensorsFile(tensors, metadata).Write(path);
    }

    /// <summary>Replaces the parameters of a network and the state and learning rate of its optimizer by those of a file: everything, or on a failure nothing.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, its tensors do not fit, or it has no state of an optimizer of this kind; the message says which.</exception>
    /// <exception cref="ArgumentException">The optimizer has already taken steps on another number of parameters.</exception>
    /// <exception cref="IOException">The file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Restore<TNet, T>(TNet network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        TrainingFile.Stage<TNet, T>(SafeTensorsFile.Read(path), path, optimizer).Apply(network, optimizer);
    }
}
