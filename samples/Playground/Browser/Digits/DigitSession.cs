using System;
using System.Diagnostics;
using System.IO;
using GenNet;

namespace Playground.Browser;

/// <summary>One visitor's network of digits, and the image before it.</summary>
internal sealed class DigitSession
{
    /// <summary>The images of one training step, of which some are the drawing where it has a label. Few, so that a step in a browser takes less than ten milliseconds.</summary>
    private const int Batch = 4, OfDrawing = 2;

    private readonly byte[] _learned;
    private readonly StoredDigits _stored;
    private readonly DigitNet _net;
    private readonly Trainer<DigitNet> _trainer;
    private readonly Sgd _optimizer = new(learningRate: 0.01f);
    private readonly RandomStream _random = new(seed: 1);
    private readonly float[] _inputs = new float[Batch * DigitNet.InputSize], _targets = new float[Batch * DigitNet.OutputSize];
    private readonly float[] _gradients;
    private float[] _image = new float[DigitImage.Size];
    private int _lastStored = -1, _forgotten, _steps;

    /// <summary>A network that has learned, before a blank image.</summary>
    /// <param name="learned">Its parameters, a safetensors file.</param>
    /// <param name="stored">The stored digits' file.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or of another network.</exception>
    public DigitSession(byte[] learned, byte[] stored)
    {
        _learned = learned;
        _stored = new StoredDigits(stored);
        using var file = new MemoryStream(learned);
        _net = DigitNet.Load(file);
        _gradients = _net.CreateGradients();
        _trainer = new Trainer<DigitNet>(_net, _optimizer) { KeepGradients = true };
    }

    public float LearningRate
    {
        get => _optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    /// <summary>The image of strokes, as <see cref="DigitImage.FromStrokes"/> takes them.</summary>
    public DigitAnswer Draw(ReadOnlySpan<float> strokes)
    {
        _image = DigitImage.FromStrokes(strokes);
        return Answer();
    }

    /// <summary>Another one of the stored digits.</summary>
    public DigitAnswer Show(int digit)
    {
        _lastStored = _stored.Next(digit, _lastStored);
        _image = _stored.Image(_lastStored).ToArray();
        return Answer();
    }

    /// <summary>What the network makes of the image.</summary>
    public DigitAnswer Answer()
    {
        var activations = _net.Activations(_image);
        float[] probabilities = activations[1].ToArray(), evidence = new float[DigitImage.Size], rates = new float[DigitNet.OutputSize];
        int answer = OneHot.Decode<float>(probabilities);
        rates[answer] = 1 / probabilities[answer];
        _net.VectorJacobianProduct(_image, rates, _gradients, evidence);
        return new DigitAnswer(_image, activations[0].ToArray(), probabilities, evidence);
    }

    /// <summary>Training steps on stored digits and, where it has a label, the image.</summary>
    /// <param name="label">The digit that the image is, or -1 where only stored ones are learned.</param>
    /// <param name="milliseconds">No step begins after this time; there is at least one.</param>
    public DigitLesson Learn(int label, double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        float loss;
        do
        {
            FillBatch(label);
            loss = _trainer.Step(_inputs, _targets);
            _steps++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds);

        return new DigitLesson(_steps, loss, Norms(), ParameterNorms.Of(DigitNet.Layout, _trainer.Gradients), Answer());
    }

    /// <summary>The Euclidean norms of W1, b1, W2, b2.</summary>
    public float[] Norms() => ParameterNorms.Of(DigitNet.Layout, _net.Parameters);

    /// <summary>All weights of a hidden unit: the 784 that come in, its bias, the 10 that go out.</summary>
    /// <param name="unit">From 0.</param>
    public float[] Unit(int unit)
    {
        TensorInfo inwards = DigitNet.Layout["0.weight"], bias = DigitNet.Layout["0.bias"], outwards = DigitNet.Layout["1.weight"];
        var weights = new float[DigitNet.InputSize + 1 + DigitNet.OutputSize];
        for (int i = 0; i < DigitNet.InputSize; i++)
            weights[i] = _net.Parameters[inwards.Offset + unit * inwards.Strides[0] + i * inwards.Strides[1]];
        weights[DigitNet.InputSize] = _net.Parameters[bias.Offset + unit];
        for (int i = 0; i < DigitNet.OutputSize; i++)
            weights[DigitNet.InputSize + 1 + i] = _net.Parameters[outwards.Offset + i * outwards.Strides[0] + unit * outwards.Strides[1]];
        return weights;
    }

    /// <summary>The parameters as a safetensors file.</summary>
    public byte[] Save()
    {
        using var file = new MemoryStream();
        NetworkFile.Save<DigitNet, float>(_net, file);
        return file.ToArray();
    }

    /// <summary>Takes the parameters of a safetensors file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of another network; nothing is changed.</exception>
    public void Load(byte[] file)
    {
        using var stream = new MemoryStream(file);
        NetworkFile.Restore<DigitNet, float>(_net, stream);
        _steps = 0;
    }

    /// <summary>The parameters that the site has brought along.</summary>
    public void Reset() => Load(_learned);

    /// <summary>Random parameters, each time others.</summary>
    public void Forget()
    {
        new DigitNet(seed: ++_forgotten).Parameters.CopyTo(_net.Parameters);
        _steps = 0;
    }

    private void FillBatch(int label)
    {
        Array.Clear(_targets);
        for (int row = 0; row < Batch; row++)
        {
            bool isDrawing = label >= 0 && row < OfDrawing;
            int stored = _random.NextInt(_stored.Count);
            // The drawing as it is, and moved by a pixel: it is the same digit.
            ReadOnlySpan<float> image = !isDrawing ? _stored.Image(stored)
                : row == 0 ? _image : DigitImage.Moved(_image, _random.NextInt(3) - 1, _random.NextInt(3) - 1);
            image.CopyTo(_inputs.AsSpan(row * DigitNet.InputSize));
            _targets[row * DigitNet.OutputSize + (isDrawing ? label : _stored.Label(stored))] = 1;
        }
    }
}
