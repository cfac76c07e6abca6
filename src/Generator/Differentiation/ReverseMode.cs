using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Differentiation;

/// <summary>
/// The backward program of a forward program: its operations in reverse order, each answered by its adjoint. Where several operations read a value,
/// what flows back from them is added before the value's own operation is differentiated.
/// </summary>
internal sealed class ReverseMode : IAdjoints
{
    private readonly Dictionary<Value, List<Value>> _flows = [];
    private readonly Dictionary<Value, Value> _complete = [];
    private readonly Dictionary<Value, Value> _parameters = [];
    private readonly Dictionary<Value, int> _readers = [];
    private readonly HashSet<Value> _ofParameters = [];
    private readonly HashSet<Value> _ofInputs = [];
    private readonly List<Operation> _operations = [];
    private readonly List<Operation> _gradients = [];
    private readonly List<Operation> _inputGradient = [];

    private ReverseMode()
    {
    }

    /// <summary>The backward operations of the layers.</summary>
    /// <param name="forward">What they compute, in order.</param>
    /// <param name="result">The last result.</param>
    /// <param name="gradient">Its gradient, which the loss or the caller has left.</param>
    public static BackwardProgram Differentiate(IReadOnlyList<Operation> forward, Value result, Value gradient)
    {
        var reverse = new ReverseMode();
        reverse.Trace(forward);
        reverse.Flow(result, gradient);
        for (int i = forward.Count - 1; i >= 0; i--)
        {
            if (reverse._flows.ContainsKey(forward[i].Result))
                forward[i].Differentiate(reverse);
        }

        if (forward.SelectMany(operation => operation.Reads).FirstOrDefault(value => value.Kind == ValueKind.Input) is { } inputs)
            reverse.CompleteInputs(inputs, forward.First(operation => operation.Reads.Contains(inputs)).Layer);
        return new BackwardProgram(
            reverse._operations.ToImmutableArray(), reverse._gradients.ToImmutableArray(), reverse._inputGradient.ToImmutableArray());
    }

    public Value GradientOf(Operation operation)
    {
        Value value = operation.Result;
        if (_complete.TryGetValue(value, out Value? gradient))
            return gradient;
        List<Value> flows = _flows[value];
        gradient = flows[0];
        if (flows.Count > 1)
        {
            gradient = new Value("d" + value.Name, value.Shape, ValueKind.Intermediate, value.Pieces);
            Add(value, Map.Sum(operation.Layer, gradient, flows));
        }

        _complete.Add(value, gradient);
        return gradient;
    }

    public bool Wants(Value value) => value.Kind is ValueKind.Input or ValueKind.Parameter || _ofParameters.Contains(value) || _ofInputs.Contains(value);

    public Value Flow(Value value, Operation through) => Flow(value, through, value.Shape);

    public Value Flow(Value value, Operation through, Shape shape)
    {
        bool alone = _readers[value] == 1;
        var flow = new Value(
            alone ? "d" + value.Name : $"d{value.Name}_{through.Layer}", shape,
            alone && value.Kind == ValueKind.Input ? ValueKind.InputGradient : ValueKind.Intermediate, value.Pieces);
        Flow(value, flow);
        return flow;
    }

    public void Flow(Value value, Value gradient)
    {
        if (!_flows.TryGetValue(value, out List<Value>? flows))
            _flows.Add(value, flows = []);
        flows.Add(gradient);
    }

    public Value GradientOf(Value parameter)
    {
        if (!_parameters.TryGetValue(parameter, out Value? gradient))
            _parameters.Add(parameter, gradient = new Value("d" + parameter.Name, parameter.Shape, ValueKind.ParameterGradient, parameter.Pieces));
        return gradient;
    }

    public void Add(Value value, Operation operation) =>
        (operation.SumsOverBatch ? _gradients : _ofParameters.Contains(value) ? _operations : _inputGradient).Add(operation);

    /// <summary>Finds what depends on the parameters, and what on the network's inputs only: its gradient is computed when it is asked for.</summary>
    private void Trace(IReadOnlyList<Operation> forward)
    {
        foreach (Operation operation in forward)
        {
            foreach (Value read in operation.Reads)
            {
                if (operation.HasAdjoint)
                    _readers[read] = _readers.TryGetValue(read, out int readers) ? readers + 1 : 1;
                if (read.Kind == ValueKind.Parameter || _ofParameters.Contains(read))
                    _ofParameters.Add(operation.Result);
                if (read.Kind == ValueKind.Input || _ofInputs.Contains(read))
                    _ofInputs.Add(operation.Result);
            }
        }
    }

    /// <summary>The gradient of the inputs in the caller's rows, where several flows make it or it is one that stands elsewhere.</summary>
    private void CompleteInputs(Value inputs, int layer)
    {
        if (_flows.TryGetValue(inputs, out List<Value>? flows) && !(flows.Count == 1 && flows[0].Kind == ValueKind.InputGradient))
            _inputGradient.Add(Map.Sum(layer, new Value("d" + inputs.Name, inputs.Shape, ValueKind.InputGradient), flows));
    }
}

/// <summary>What <see cref="ReverseMode"/> makes of a forward program.</summary>
/// <param name="Operations">What flows back through the layers, last one first.</param>
/// <param name="Gradients">The gradients of the parameters, made of what the others leave.</param>
/// <param name="InputGradient">The gradient of the network's inputs, computed when it is asked for.</param>
internal sealed record BackwardProgram(
    ImmutableArray<Operation> Operations, ImmutableArray<Operation> Gradients, ImmutableArray<Operation> InputGradient);
