using System;
using System.Collections.Generic;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Saves and loads the parameters of a network as a safetensors file. Names and shapes are those of its Layout (PyTorch's:
/// [outputs, inputs] for the weights of a dense layer), so that the file is also a state_dict.
/// </summary>
/// <remarks>
/// A file is accepted where it has exactly the tensors of the network, in their shapes, and of a type whose values the
/// network's precision holds exactly: F32, F16 or BF16 for float, these and F64 for double. An F64 file is not rounded
/// silently into a float network; who wants that reads it with <see cref="SafeTensorsFile"/> and converts.
/// </remarks>
public static partial class NetworkFile
{
    /// <summary>Saves the parameters. The file is written beside its place and then renamed: on a failure, what was there stays.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save<TNet, T>(TNet network, string path)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ToFile<TNet, T>(network).Write(path);
    }

    /// <summary>Writes the parameters to a stream, which is left open.</summary>
    public static void Save<TNet, T>(TNet network, Stream stream)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ToFile<TNet, T>(network).Write(stream);
    }

    /// <summary>A new network with the parameters of a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its tensors do not fit; the message lists what does not.</exception>
    /// <exception cref="IOException">The file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static TNet Load<TNet, T>(string path)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet network = TNet.Create();
        Restore<TNet, T>(network, path);
        return network;
    }

    /// <summary>A new network with the parameters in the rest of a stream, which is left open.</summary>
    /// <exception cref="InvalidDataException">The data are damaged, or the tensors do not fit; the message lists what does not.</exception>
    public static TNet Load<TNet, T>(Stream stream)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet network = TNet.Create();
        Restore<TNet, T>(network, stream);
        return network;
    }

    /// <summary>Replaces the parameters of a network by those of a file: all of them, or on a failure none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its tensors do not fit; the message lists what does not.</exception>
    /// <exception cref="IOException">The file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Restore<TNet, T>(TNet network, string path)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkTensors.Write(SafeTensorsFile.Read(path), path, TNet.Layout, network.Parameters, typeof(TNet).Name);
    }

    /// <summary>Replaces the parameters of a network by those in the rest of a stream: all of them, or on a failure none.</summary>
    /// <exception cref="InvalidDataException">The data are damaged, or the tensors do not fit; the message lists what does not.</exception>
    public static void Restore<TNet, T>(TNet network, Stream stream)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        string name = ByteReader.NameOf(stream);
        NetworkTensors.Write(SafeTensorsFile.Read(stream, name), name, TNet.Layout, network.Parameters, typeof(TNet).Name);
    }

    // "pt" tells readers that names and shapes are PyTorch's; some refuse a file without it.
    internal static Dictionary<string, string> Metadata() => new() { ["format"] = "pt" };

    private static SafeTensorsFile ToFile<TNet, T>(TNet network)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(NetworkTensors.Read<T>(TNet.Layout, network.Parameters), Metadata());
}
