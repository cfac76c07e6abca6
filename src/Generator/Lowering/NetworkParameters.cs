using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>The parameters of a network, in the order of their layers: the graph that is trained and the one that infers have the same.</summary>
internal sealed class NetworkParameters
{
    private readonly List<(int Layer, ParameterTensor Tensor)> _tensors = [];
    private readonly Dictionary<string, Value> _values = [];

    public IEnumerable<ParameterTensor> All => _tensors.Select(entry => entry.Tensor);

    /// <summary>Those of one layer.</summary>
    public IEnumerable<ParameterTensor> OfLayer(int number) => _tensors.Where(entry => entry.Layer == number).Select(entry => entry.Tensor);

    /// <summary>The parameter of this name, which is made where there is none yet.</summary>
    public Value Of(int layer, string name, Shape shape, ValueKind kind, int pieces, Func<Value, ParameterTensor> tensor)
    {
        if (!_values.TryGetValue(name, out Value? value))
        {
            value = new Value(name, shape, kind, pieces);
            _values.Add(name, value);
            _tensors.Add((layer, tensor(value)));
        }

        return value;
    }
}
