using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Embedding;

/// <summary>Finds the file whose weights a network asks for, checks that its tensors are the network's, and puts the name of its resource into the model.</summary>
internal static class WeightsResolver
{
    public static ParsedNetwork Resolve(ParsedNetwork network, ImmutableArray<WeightsFile> files)
    {
        if (network is not { Weights: { } request, Model: { } model })
            return network;
        string fileName = request.Name.Split('/', '\\').Last();
        if (model.IsBroken)
            return network with { Model = model with { Weights = new EmbeddedWeights(fileName, "") } };

        WeightsFile[] found = files.Where(file => file.IsCalled(request.Name)).ToArray();
        Diagnostic? mistake = found.Length switch
        {
            0 => Diagnostic.Create(Descriptors.WeightsNotFound, request.Location, request.Name),
            1 => Mistake(request, model, found[0]),
            _ => Diagnostic.Create(Descriptors.WeightsAmbiguous, request.Location, request.Name, string.Join(", ", found.Select(file => file.Path))),
        };
        return network with
        {
            Model = model with
            {
                Weights = new EmbeddedWeights(fileName, mistake is null ? found[0].Resource! : ""),
                IsBroken = mistake is not null,
            },
            Diagnostics = mistake is null ? network.Diagnostics : network.Diagnostics.Add(mistake),
        };
    }

    private static Diagnostic? Mistake(WeightsRequest request, NetworkModel model, WeightsFile file)
    {
        if (file.Problem is { } problem)
            return Diagnostic.Create(Descriptors.WeightsUnreadable, request.Location, problem);

        List<string> problems = TensorFit.Problems(
            NetworkLowering.Parameters(model)
                .Select(parameter => new TensorDescription(parameter.LayoutName, "", parameter.Shape)).ToList(),
            file.Tensors.Select(tensor => new TensorDescription(tensor.Name, tensor.DataType, tensor.Shape.ToImmutableArray())).ToList(),
            model.Precision);
        if (problems.Count > 0)
            return Diagnostic.Create(Descriptors.WeightsMismatch, request.Location, request.Name, string.Join("; ", problems));
        return file.Resource is null ? Diagnostic.Create(Descriptors.WeightsNoResource, request.Location, request.Name) : null;
    }
}
