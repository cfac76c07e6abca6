using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>Files of a network's parameters, called on it like its own members; its class has Load.</summary>
public static class NetworkFileExtensions
{
    /// <summary>Writes the parameters as a safetensors file: to a temporary file first, which is then renamed.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; what was there stays where it cannot be written.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save<TNet, T>(this IInferenceNetwork<TNet, T> network, string path)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => NetworkFile.Save<TNet, T>((TNet)network, path);

    /// <summary>Writes the parameters as safetensors.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where they go; it is left open.</param>
    public static void Save<TNet, T>(this IInferenceNetwork<TNet, T> network, Stream stream)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => NetworkFile.Save<TNet, T>((TNet)network, stream);

    /// <summary>Takes the parameters of a safetensors file. Where that fails the network stays as it was.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or its tensors are not this network's.</exception>
    /// <exception cref="IOException">The file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Restore<TNet, T>(this IInferenceNetwork<TNet, T> network, string path)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => NetworkFile.Restore<TNet, T>((TNet)network, path);

    /// <inheritdoc cref="NetworkFile.Save{TNet, T}(TNet, string, IOptimizerState{T})"/>
    public static void Save<TNet, T>(this INetwork<TNet, T> network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NetworkFile.Save((TNet)network, path, optimizer);

    /// <inheritdoc cref="NetworkFile.Restore{TNet, T}(TNet, string, IOptimizerState{T})"/>
    public static void Restore<TNet, T>(this INetwork<TNet, T> network, string path, IOptimizerState<T> optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => NetworkFile.Restore((TNet)network, path, optimizer);
}
