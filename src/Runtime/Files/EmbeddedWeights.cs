using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;

namespace GenNet.CompilerServices;

/// <summary>The parameters that a network carries in its assembly: a safetensors file, as it is, among the assembly's resources.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmbeddedWeights
{
    /// <summary>Copies the tensors of a resource into a parameter buffer.</summary>
    /// <param name="network">The class of the network, in whose assembly the resource is.</param>
    /// <param name="resource">The name of the resource.</param>
    /// <param name="parameters">The buffer, as long as the layout says; padding is left as it is.</param>
    /// <param name="layout">Where each tensor stands in the buffer.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="InvalidOperationException">The assembly has no such resource: it was built without it.</exception>
    /// <exception cref="InvalidDataException">The resource is no safetensors file, or its tensors do not fit: it is not the one that the generator read.</exception>
    public static void Read<T>(Type network, string resource, Span<T> parameters, Layout layout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(layout);
        Assembly assembly = network.Assembly;
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(
            $"The weights of {network.Name} should be the resource '{resource}' of {assembly.GetName().Name}, but it has none of this name: "
            + "it was built without the EmbeddedResource item that GenNet.targets adds for each .safetensors file among the AdditionalFiles, or the item was removed.");
        Read(stream, $"the resource '{resource}' of {assembly.GetName().Name}", network.Name, parameters, layout);
    }

    /// <summary>The tensors are converted straight from the assembly in memory, without a copy of it.</summary>
    internal static unsafe void Read<T>(Stream stream, string name, string networkName, Span<T> parameters, Layout layout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (stream is not UnmanagedMemoryStream mapped)
        {
            // No framework is known to hand out another stream, but none promises it.
            NetworkTensors.Write(SafeTensorsFile.Read(stream, name), name, layout, parameters, networkName);
            return;
        }

        SafeTensorsHeader header = SafeTensorsHeader.Read(new ByteReader(mapped, name), name);
        NetworkTensors.CheckFit<T>([.. header.Entries.Select(entry => entry.Description)], name, layout.Tensors, networkName);
        Dictionary<string, SafeTensorsHeader.Entry> entries = header.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var numbers = new T[layout.Tensors.Select(tensor => tensor.Count).DefaultIfEmpty(0).Max()];
        byte* data = mapped.PositionPointer;
        foreach (TensorInfo tensor in layout.Tensors)
        {
            SafeTensorsHeader.Entry entry = entries[tensor.Name];
            TensorNumbers.Convert<T>(entry.DataType, new ReadOnlySpan<byte>(data + entry.Begin, (int)(entry.End - entry.Begin)), numbers.AsSpan(0, tensor.Count));
            layout.Write<T>(parameters, tensor.Name, numbers.AsSpan(0, tensor.Count));
        }
    }
}
