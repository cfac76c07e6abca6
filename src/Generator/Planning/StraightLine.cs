using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Planning;

/// <summary>Which networks are written number by number, all their arithmetic in the emitted file: the smallest.</summary>
internal static class StraightLine
{
    private const int MostWeights = 64;

    /// <summary>Whether a network is one of them.</summary>
    public static bool Fits(NetworkModel model) => HasForm(model) && Fits(NetworkLowering.Parameters(model));

    /// <summary>Whether a network with these parameters is one of them.</summary>
    public static bool Fits(NetworkModel model, NetworkParameters parameters) => HasForm(model) && Fits(parameters.All);

    private static bool Fits(IEnumerable<ParameterTensor> parameters) => parameters.Where(tensor => tensor.Role == "Weight").Sum(tensor => tensor.Count) <= MostWeights;

    /// <summary>What is known without the parameters; a layer with weights has at least one.</summary>
    private static bool HasForm(NetworkModel model) => model.Loss.OfRow is null && model.Targets == Targets.Outputs && !model.HasLengths
        && model.Layers.All(layer => layer.HasStraightLineForm) && model.Layers.Count(layer => layer.HasWeights) <= MostWeights;
}
