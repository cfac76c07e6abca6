using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>What a layer's lowering has at hand: its input, those of the layers before, its parameters, and the list it appends to.</summary>
/// <param name="number">The number of the layer, from 1.</param>
/// <param name="inputs">The inputs of the layers so far, this one's last.</param>
/// <param name="training">Whether the graph is the one that is trained, where layers such as dropout are at work.</param>
/// <param name="parameters">The parameters of the network, one set for all graphs.</param>
/// <param name="places">Of the graph of a single step, which begins with the state that the one before has left, the steps that a sequence has; 0 of one of whole sequences.</param>
/// <param name="lengths">The steps that each row has; null where all rows are alike.</param>
internal sealed class LoweringContext(int number, IReadOnlyList<Value> inputs, bool training, NetworkParameters parameters, int places = 0, Value? lengths = null)
{
    private readonly List<Operation> _operations = [];

    /// <summary>The number of the layer, from 1.</summary>
    public int Number => number;

    /// <summary>The output of the layer before, or the network's inputs.</summary>
    public Value Input => inputs[inputs.Count - 1];

    public bool IsTraining => training;

    /// <summary>Whether the graph is that of a single step.</summary>
    public bool IsStream => places > 0;

    /// <summary>The steps that a sequence has, in the graph of a single one.</summary>
    public int Places => places;

    /// <summary>The steps that each row has; null where all rows are alike.</summary>
    public Value? Lengths => lengths;

    /// <summary>Whether what comes in is the caller's sequence, behind whose length there are zeros.</summary>
    public bool HasZerosBehindLength => lengths is not null && Input == inputs[0];

    public ImmutableArray<Operation> Operations => _operations.ToImmutableArray();

    /// <summary>The input of the layer that stands so many layers before this one.</summary>
    public Value InputOf(int layersBefore) => inputs[inputs.Count - 1 - layersBefore];

    /// <summary>The name of a value of this layer: <c>z</c> is <c>z1</c> in the first.</summary>
    public string Named(string name) => name + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value that this layer computes.</summary>
    public Value Value(string name, Shape shape, int pieces = 1) => new(Named(name), shape, ValueKind.Intermediate, pieces);

    /// <summary>A value that this layer computes once for a block of rows.</summary>
    public Value BlockValue(string name, Shape shape) => new(Named(name), shape, ValueKind.Block);

    /// <summary>A parameter of this layer.</summary>
    /// <param name="name">W or b.</param>
    /// <param name="shape">Its shape as it stands in memory.</param>
    /// <param name="tensor">How the layout calls and shapes it.</param>
    /// <param name="pieces">The pieces of its columns.</param>
    public Value Parameter(string name, Shape shape, Func<Value, ParameterTensor> tensor, int pieces = 1) =>
        parameters.Of(number, Named(name), shape, ValueKind.Parameter, pieces, tensor);

    /// <summary>A state of this layer: a row of numbers among the parameters that is not trained.</summary>
    public Value State(string name, Shape shape, Func<Value, ParameterTensor> tensor) =>
        parameters.Of(number, Named(name), shape, ValueKind.State, pieces: 1, tensor);

    public void Add(Operation operation) => _operations.Add(operation);
}
