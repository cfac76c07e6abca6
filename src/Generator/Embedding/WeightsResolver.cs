using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Embedding;

/// <summary>Finds the file whose weights a network asks for, checks that its tensors are the network's, and puts them into the model.</summary>
internal static class WeightsResolver
{
    /// <summary>Beyond this the compiler takes half a minute, and a file beside the program is the better place.</summary>
    private const long LargestBytes = 16 << 20;

    public static ParsedNetwork Resolve(ParsedNetwork network, ImmutableArray<WeightsFile> files)
    {
        if (network is not { Weights: { } request, Model: { } model })
            return network;
        if (model.IsBroken)
            return network with { Model = model with { Weights = new EmbeddedWeights(request.Name, default) } };

        WeightsFile[] found = files.Where(file => file.IsCalled(request.Name)).ToArray();
        Diagnostic? mistake = found.Length switch
        {
            0 => Diagnostic.Create(Descriptors.WeightsNotFound, request.Location, request.Name),
            1 => null,
            _ => Diagnostic.Create(Descriptors.WeightsAmbiguous, request.Location, request.Name, string.Join(", ", found.Select(file => file.Path))),
        };
        var words = default(EquatableArray<ulong>);
        mistake ??= Embed(request, model, found[0], out words);
        return network with
        {
            Model = model with { Weights = new EmbeddedWeights(Path.GetFileName(request.Name), words), IsBroken = mistake is not null },
            Diagnostics = mistake is null ? network.Diagnostics : network.Diagnostics.Add(mistake),
        };
    }

    private static Diagnostic? Embed(WeightsRequest request, NetworkModel model, WeightsFile file, out EquatableArray<ulong> words)
    {
        words = default;
        if (file.Problem is { } problem)
            return Diagnostic.Create(Descriptors.WeightsUnreadable, request.Location, request.Name, problem);

        ParameterTensor[] parameters = NetworkLowering.Lower(model).Layers.SelectMany(layer => layer.Parameters).ToArray();
        string problems = string.Join("; ", Problems(parameters, file, model.Precision));
        if (problems.Length > 0)
            return Diagnostic.Create(Descriptors.WeightsMismatch, request.Location, request.Name, problems);

        long bytes = parameters.Sum(parameter => (long)parameter.Count) * (model.Precision == Precision.Double ? 8 : 4);
        if (bytes > LargestBytes)
            return Diagnostic.Create(Descriptors.WeightsTooLarge, request.Location, request.Name, bytes, LargestBytes);

        words = new EquatableArray<ulong>(Pack(parameters, file, model.Precision));
        return null;
    }

    private static IEnumerable<string> Problems(ParameterTensor[] parameters, WeightsFile file, Precision precision)
    {
        foreach (ParameterTensor parameter in parameters)
        {
            FileTensor? tensor = file.Tensors.FirstOrDefault(other => other.Name == parameter.LayoutName);
            string expected = string.Join(", ", parameter.Shape);
            if (tensor is null)
                yield return $"tensor {parameter.LayoutName} [{expected}] is missing";
            else if (!tensor.Shape.SequenceEqual(parameter.Shape.Select(size => (long)size)))
                yield return $"tensor {tensor.Name} must be [{expected}], found [{string.Join(", ", tensor.Shape)}]";
            else if (!TensorNumbers.Accepted(precision).Contains(tensor.DataType))
                yield return $"tensor {tensor.Name} must be {string.Join(" or ", TensorNumbers.Accepted(precision))}, found {tensor.DataType}";
            else if (tensor.Data.Count != (long)parameter.Count * TensorNumbers.Size(tensor.DataType))
                yield return $"tensor {tensor.Name} has {tensor.Data.Count} bytes, which is not what its shape needs";
        }

        foreach (FileTensor tensor in file.Tensors.Where(tensor => parameters.All(parameter => parameter.LayoutName != tensor.Name)))
            yield return $"tensor {tensor.Name} is unknown";
    }

    private static ImmutableArray<ulong> Pack(ParameterTensor[] parameters, WeightsFile file, Precision precision)
    {
        int perWord = precision == Precision.Double ? 1 : 2;
        var words = new ulong[(parameters.Sum(parameter => parameter.Count) + perWord - 1) / perWord];
        int next = 0;
        foreach (ParameterTensor parameter in parameters)
        {
            FileTensor tensor = file.Tensors.First(other => other.Name == parameter.LayoutName);
            byte[] data = tensor.Data.ToArray();
            for (int i = 0; i < parameter.Count; i++, next++)
                words[next / perWord] |= TensorNumbers.Bits(tensor, data, i, precision) << (next % perWord * 32);
        }

        return ImmutableArray.Create(words);
    }
}
