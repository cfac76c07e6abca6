using System;
using System.Collections.Immutable;
using GenNet;

namespace Playground.Browser;

/// <summary>
/// The numbers that the emitted code has while it computes the gradient of the batch to come, as it names them: for each row of the batch and each layer z, a, da and dz.
/// dz has the scale of the mean in it, 1 / rows, as in the emitted code; of the last layer there is no da, since the sigmoid and its loss are one step.
/// </summary>
internal sealed class PlaneExplanation
{
    private readonly Model _model;
    private readonly int[] _points;
    private readonly float[] _inputs;
    private readonly ImmutableArray<ReadOnlyMemory<float>> _activations;
    private readonly float[][] _flows;

    /// <summary>Of a network and the batch that it is to be trained on next.</summary>
    public PlaneExplanation(Model model, PointBatches batches)
    {
        _model = model;
        _points = batches.Current.ToArray();
        _inputs = batches.CurrentInputs.ToArray();
        _activations = model.Activations(_inputs);
        _flows = new float[_points.Length][];
        for (int row = 0; row < _points.Length; row++)
            _flows[row] = Flow(batches.CurrentInputs.Slice(2 * row, 2), batches.CurrentTargets.Slice(row, 1));
    }

    /// <summary>The rows of the batch, as numbers of points.</summary>
    public ReadOnlySpan<int> Points => _points;

    /// <summary>What the gradient of a weight is the sum of: for each row of the batch the input that the weight multiplies, and dz of its unit.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <param name="unit">The unit of the layer.</param>
    /// <param name="input">The unit of the layer before; -1 for the bias, whose input is 1.</param>
    /// <returns>[rows x 2].</returns>
    public float[] Terms(int layer, int unit, int input)
    {
        var terms = new float[2 * _points.Length];
        for (int row = 0; row < _points.Length; row++)
            (terms[2 * row], terms[2 * row + 1]) = (input < 0 ? 1 : Inputs(layer, row)[input], DeltaZ(layer, row)[unit]);
        return terms;
    }

    /// <summary>All numbers of one row of the batch: for each layer z, a, da and dz, one number for each unit.</summary>
    public float[] Row(int row)
    {
        int units = 0;
        foreach (LayerInfo layer in _model.Layers)
            units += layer.Outputs;
        var numbers = new float[4 * units];
        int start = 0;
        for (int l = 0; l < _model.Layers.Length; l++)
        {
            int outputs = _model.Layers[l].Outputs;
            Span<float> z = numbers.AsSpan(start, outputs), a = numbers.AsSpan(start + outputs, outputs), da = numbers.AsSpan(start + 2 * outputs, outputs);
            Z(l, Inputs(l, row), z);
            _activations[l].Span.Slice(row * outputs, outputs).CopyTo(a);
            DeltaA(l, row, da);
            DeltaZ(l, row).CopyTo(numbers.AsSpan(start + 3 * outputs, outputs));
            start += 4 * outputs;
        }

        return numbers;
    }

    /// <summary>dz of all layers for one row: a bias is added to z, so that the gradient of one row by the biases is dz.</summary>
    private float[] Flow(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        var gradients = new float[_model.Layout.Length];
        _model.Backward(inputs, targets, gradients);
        foreach (ref float gradient in gradients.AsSpan())
            gradient /= _points.Length;
        return gradients;
    }

    private ReadOnlySpan<float> Inputs(int layer, int row)
    {
        int inputs = _model.Layers[layer].Inputs;
        return (layer == 0 ? _inputs : _activations[layer - 1].Span).Slice(row * inputs, inputs);
    }

    private float[] DeltaZ(int layer, int row) => _model.Layout.Read<float>(_flows[row], _model.Layers[layer].Name + ".bias");

    private void Z(int layer, ReadOnlySpan<float> inputs, Span<float> z)
    {
        LayerInfo info = _model.Layers[layer];
        float[] weights = _model.Layout.Read<float>(_model.Parameters, info.Name + ".weight");
        _model.Layout.Read(_model.Parameters, info.Name + ".bias", z);
        for (int unit = 0; unit < z.Length; unit++)
        {
            for (int i = 0; i < inputs.Length; i++)
                z[unit] += inputs[i] * weights[unit * inputs.Length + i];
        }
    }

    private void DeltaA(int layer, int row, Span<float> da)
    {
        if (layer + 1 == _model.Layers.Length)
            return;
        float[] weights = _model.Layout.Read<float>(_model.Parameters, _model.Layers[layer + 1].Name + ".weight"), dz = DeltaZ(layer + 1, row);
        for (int unit = 0; unit < da.Length; unit++)
        {
            for (int next = 0; next < dz.Length; next++)
                da[unit] += dz[next] * weights[next * da.Length + unit];
        }
    }
}
