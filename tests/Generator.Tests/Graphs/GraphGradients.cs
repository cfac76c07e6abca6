using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Differentiation;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>The graph that a network is trained with, without a plan: its loss, its outputs, and their gradients in two ways.</summary>
internal sealed class GraphGradients
{
    private const double Step = 1e-5;

    private readonly Batch _batch;
    private readonly ForwardGraph _graph;
    private readonly BackwardProgram _backward;
    private readonly NetworkParameters _parameters = new();
    private readonly ValueMemory _memory;
    private readonly double _scale;
    private readonly bool _hasLengths;
    private readonly int _numbers;

    /// <summary>A network on a random batch.</summary>
    /// <param name="model">The network.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="numbers">Of larger tensors, the numbers that are compared, at least.</param>
    public GraphGradients(NetworkModel model, int rows = 3, int numbers = 8)
    {
        _numbers = numbers;
        _hasLengths = model.HasLengths;
        _batch = new Batch(model, rows);
        _memory = new ValueMemory(_batch);
        _graph = NetworkLowering.Lower(model, training: true, _parameters);
        _backward = ReverseMode.Differentiate([.. _graph.Operations], _graph.Layers.Last().Result, _graph.Last.Gradient);
        _scale = 1.0 / rows / (model.Loss.IsMeanOverOutputs ? model.Outputs : model.OutputShape.Rank == 2 ? model.OutputShape.Dimensions[0] : 1);
        Batch.SetParameters(_memory, Parameters);
    }

    private IEnumerable<Value> Parameters => _parameters.All.Select(tensor => tensor.Value);

    /// <summary>The mean loss.</summary>
    public double Loss()
    {
        _memory.Begin(0);
        return new Interpreter(_memory, _batch.Rows).Run([.. _graph.Operations, .. _graph.Last.Loss()]).Loss * _scale;
    }

    /// <summary>The sum of v y over all outputs y, with the factors v that the caller gives as their gradient.</summary>
    public double Product()
    {
        _memory.Begin(0);
        ImmutableArray<Operation> output = _graph.Last.Output();
        new Interpreter(_memory, _batch.Rows).Run([.. _graph.Operations, .. output]);
        return Numbers.Places(output.Last().Result, _batch.Rows)
            .Select(place => (Factor: _batch.OutputGradients[place.Row * output.Last().Result.Columns + place.Column], Output: _memory[output.Last().Result, place.Row, place.Column]))
            .Sum(pair => double.IsNaN(pair.Factor) && pair.Output == 0 ? 0 : pair.Factor * pair.Output);
    }

    /// <summary>Asserts that the gradients of a function are those of the operations.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">The operations that leave the gradient of the last z.</param>
    public void AssertGradients(Func<double> function, Func<LastLayer, ImmutableArray<Operation>> start)
    {
        _memory.Begin(0);
        new Interpreter(_memory, _batch.Rows) { Scale = _scale }
            .Run([.. _graph.Operations, .. start(_graph.Last), .. _backward.Operations, .. _backward.InputGradient, .. _backward.Gradients]);

        // Everything is read before the samples' values are forgotten.
        (string Name, double Analytic, Func<double, double> Set)[] numbers = [.. OfParameters(), .. OfInputs()];
        foreach ((string name, double analytic, Func<double, double> set) in numbers)
        {
            double before = set(0);
            set(Step);
            double above = function();
            set(-2 * Step);
            double below = function();
            set(before - set(0));
            double numeric = (above - below) / (2 * Step);
            Assert.True(Math.Abs(analytic - numeric) <= 1e-6 * Math.Max(0.01, Math.Abs(numeric)), $"{name} is {analytic}, by differences {numeric}.");
        }
    }

    private IEnumerable<(string Name, double Analytic, Func<double, double> Add)> OfParameters()
    {
        Dictionary<string, Value> gradients = _backward.Gradients.ToDictionary(operation => operation.Result.Name, operation => operation.Result);
        Assert.Equal(Parameters.Select(parameter => "d" + parameter.Name).Order(), gradients.Keys.Order());
        foreach (Value parameter in Parameters.Where(parameter => parameter.Kind == ValueKind.Parameter))
        {
            foreach ((int row, int column) in Some(Numbers.Places(parameter)))
            {
                double gradient = _memory[gradients["d" + parameter.Name], row, column];
                yield return ($"d{parameter.Name}[{row}, {column}]", gradient, step => _memory[parameter, row, column] += step);
            }
        }
    }

    private IEnumerable<(string Name, double Analytic, Func<double, double> Add)> OfInputs()
    {
        if (_backward.InputGradient.IsEmpty)
            yield break;
        Value inputs = Assert.Single(_backward.InputGradient, operation => operation.Result.Kind == ValueKind.InputGradient).Result;
        foreach ((int row, int column) in Some(Numbers.Places(inputs, _batch.Rows)).Where(place => !_hasLengths || place.Column < inputs.Columns - 1))
            yield return ($"dx[{row}, {column}]", _memory[inputs, row, column], step => _batch.X[row * inputs.Columns + column] += step);
    }

    /// <summary>Of large tensors, every so manieth number.</summary>
    private IEnumerable<(int Row, int Column)> Some(IEnumerable<(int Row, int Column)> places)
    {
        (int, int)[] all = [.. places];
        int step = 1 + all.Length / _numbers;
        return all.Where((_, i) => i % step == 0);
    }
}
