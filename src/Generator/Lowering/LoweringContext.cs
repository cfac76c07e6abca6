using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Lowering;

/// <summary>What a layer's lowering has at hand: where its input is, where memory comes from, and the list it appends to.</summary>
internal sealed class LoweringContext(int number, Tensor input, MemoryPlan memory, NetworkMode mode)
{
    private readonly List<Operation> _operations = [];
    private readonly List<ParameterTensor> _parameters = [];

    /// <summary>The number of the layer, from 1.</summary>
    public int Number => number;

    /// <summary>The output of the layer before, or the network's inputs.</summary>
    public Tensor Input => input;

    public MemoryPlan Memory => memory;

    public NetworkMode Mode => mode;

    public ImmutableArray<Operation> Operations => _operations.ToImmutableArray();

    public ImmutableArray<ParameterTensor> Parameters => _parameters.ToImmutableArray();

    /// <summary>The name of a tensor of this layer: <c>z</c> is <c>z1</c> in the first.</summary>
    public string Named(string name) => name + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the argument of an activation must outlive it, for the backward pass.</summary>
    public bool Keeps(ActivationFunction function) => mode == NetworkMode.Training && function.NeedsInput;

    public void Add(Operation operation) => _operations.Add(operation);

    public void Add(ParameterTensor parameter) => _parameters.Add(parameter);
}
