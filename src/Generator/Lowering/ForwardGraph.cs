using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>The layers of a network as operations, from its inputs to the last layer's z.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Last">What follows.</param>
internal sealed record ForwardGraph(NetworkModel Model, ImmutableArray<LayerGraph> Layers, LastLayer Last)
{
    /// <summary>The shape of the inputs as the first layer reads them.</summary>
    public Shape Input => NetworkLowering.InputShape(Model);

    public IEnumerable<Operation> Operations => Layers.SelectMany(layer => layer.Operations);
}

/// <summary>One layer.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Model">Its declaration.</param>
/// <param name="Result">What comes out; of the last layer, what its activation is still to be applied to.</param>
/// <param name="Operations">What it computes.</param>
internal sealed record LayerGraph(int Number, LayerModel Model, Value Result, ImmutableArray<Operation> Operations);
