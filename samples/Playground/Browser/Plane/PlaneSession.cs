using System;
using System.Collections.Generic;
using GenNet;

namespace Playground.Browser;

/// <summary>The plane: points in two classes, a network that learns them, and every number of it.</summary>
internal sealed class PlaneSession
{
    private readonly List<PlanePoint> _points = [];
    private string _network;
    private int _seed;
    private PointTraining _training;

    /// <summary>The four points of XOR, and a network that can learn them.</summary>
    public PlaneSession()
    {
        (_network, _seed) = (nameof(Tanh4), 1);
        _points.AddRange(PlaneData.Draw("xor", _seed));
        _training = NewTraining(new TrainingSettings(nameof(Sgd), 0.3));
    }

    /// <summary>The network.</summary>
    public Model Model => _training.Model;

    /// <summary>Its training.</summary>
    public PointTraining Training => _training;

    /// <summary>The points, in the order in which they came.</summary>
    public IReadOnlyList<PlanePoint> Points => _points;

    /// <summary>Another network, with weights of a seed.</summary>
    public void Choose(string network, int seed)
    {
        PlaneNetworks.Check(network);
        (_network, _seed) = (network, seed);
        _training = NewTraining(_training.Settings);
    }

    /// <summary>The points of a name in place of those that are there; the network stays as it is.</summary>
    public void Draw(string data, int seed)
    {
        PlanePoint[] points = PlaneData.Draw(data, seed);
        _points.Clear();
        _points.AddRange(points);
        _training.Use(_points);
    }

    /// <summary>One more point.</summary>
    public void Add(PlanePoint point)
    {
        _points.Add(point);
        _training.Use(_points);
    }

    /// <summary>Takes the last point away, if there is one.</summary>
    public void Undo()
    {
        if (_points.Count > 0)
            _points.RemoveAt(_points.Count - 1);
        _training.Use(_points);
    }

    /// <summary>Takes all points away.</summary>
    public void Clear()
    {
        _points.Clear();
        _training.Use(_points);
    }

    /// <summary>Goes on with other settings, and an optimizer without a history.</summary>
    public void Use(TrainingSettings settings) => _training.Use(settings);

    /// <summary>All parameters, layer after layer: weights [outputs, inputs], then biases.</summary>
    public float[] Parameters() => Dense(Model.Parameters);

    /// <summary>The gradient of the loss of the batch to come, without the penalty, in the order of <see cref="Parameters"/>; zeros where there are no points.</summary>
    public float[] Gradients()
    {
        var gradients = new float[Model.Layout.Length];
        if (_points.Count > 0)
            Model.Backward(_training.Batches.CurrentInputs, _training.Batches.CurrentTargets, gradients);
        return Dense(gradients);
    }

    /// <summary>How the gradient of the batch to come is computed.</summary>
    public PlaneExplanation Explain() => new(Model, _training.Batches);

    /// <summary>
    /// The batch to come, in one look: how many rows it has and which of them is looked at, the number of the point in each row, all gradients,
    /// what the gradient of one weight is the sum of, and all numbers of the row.
    /// </summary>
    /// <param name="layer">The layer of the weight, from 0.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="input">Its input; -1 for the bias.</param>
    /// <param name="row">The row; the last one where there are fewer.</param>
    public float[] Explain(int layer, int unit, int input, int row)
    {
        PlaneExplanation explanation = Explain();
        int rows = explanation.Points.Length;
        if (rows == 0)
            return [0, 0, .. Gradients()];
        row = Math.Clamp(row, 0, rows - 1);
        var points = new float[rows];
        for (int i = 0; i < rows; i++)
            points[i] = explanation.Points[i];
        return [rows, row, .. points, .. Gradients(), .. explanation.Terms(layer, unit, input), .. explanation.Row(row)];
    }

    private PointTraining NewTraining(TrainingSettings settings) => new(PlaneNetworks.Create(_network, _seed), settings, _points, _seed);

    private float[] Dense(ReadOnlySpan<float> buffer)
    {
        var numbers = new float[Model.Layout.ParameterCount];
        int start = 0;
        foreach (TensorInfo tensor in Model.Layout.Tensors)
        {
            Model.Layout.Read(buffer, tensor.Name, numbers.AsSpan(start, tensor.Count));
            start += tensor.Count;
        }

        return numbers;
    }
}
