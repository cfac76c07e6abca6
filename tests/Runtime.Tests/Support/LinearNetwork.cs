using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests;

/// <summary>
/// Linear regression, 3 inputs to 2 outputs, y = W x + b with the half squared error, written as plainly as can be. Its buffer
/// has padded rows as those of the generated networks: input k of output j stands at 16 k + j, the biases at 48.
/// </summary>
public sealed class LinearNetwork<T> : INetwork<LinearNetwork<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Stride = 16;
    private const int BiasOffset = 3 * Stride;

    private readonly NetworkMemory<T> _memory = new(parameters: 64, forward: 0, workspace: 64);

    public static int InputSize => 3;

    public static int OutputSize => 2;

    public static int ParameterCount => 8;

    public static Layout Layout { get; } = new(
        64,
        new TensorInfo("0.weight", TensorRole.Weight, [2, 3], [1, Stride], 0, 3, 2, Init.XavierUniform),
        new TensorInfo("0.bias", TensorRole.Bias, [2], [1], BiasOffset, 3, 2, Init.Zeros));

    public Span<T> Parameters => _memory.Parameters.Span;

    /// <summary>Added to one element of every gradient: what a mistake in a derivative does.</summary>
    public (int Position, T Error)? Flaw { get; set; }

    /// <summary>The number of calls of Evaluate after which it throws.</summary>
    public int EvaluationsLeft { get; set; } = int.MaxValue;

    public static LinearNetwork<T> Create() => new();

    public static LinearNetwork<T> Create(int seed)
    {
        // Any numbers do that depend on the seed.
        var network = new LinearNetwork<T>();
        Layout.Write<T>(network.Parameters, "0.weight", Numbers(seed, 6));
        Layout.Write<T>(network.Parameters, "0.bias", Numbers(seed + 1, 2));
        return network;
    }

    /// <summary>Pseudo-random numbers between -1 and 1.</summary>
    public static T[] Numbers(int seed, int count)
    {
        var numbers = new T[count];
        for (int i = 0; i < count; i++)
            numbers[i] = T.CreateChecked(Math.Sin((seed + 1) * 12.9898 + i * 78.233));
        return numbers;
    }

    public static System.Collections.Immutable.ImmutableArray<LayerInfo> Layers { get; } = [new("0", "Dense", 3, 2, Activation.Identity)];

    public void Trace(ReadOnlySpan<T> inputs, Span<T> activations) => Forward(inputs, activations);

    public static Workspace<T> CreateWorkspace() => new(64);

    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        for (int row = 0; row < outputs.Length / 2; row++)
        {
            for (int j = 0; j < 2; j++)
            {
                T y = Parameters[BiasOffset + j];
                for (int k = 0; k < 3; k++)
                    y += inputs[3 * row + k] * Parameters[Stride * k + j];
                outputs[2 * row + j] = y;
            }
        }
    }

    public T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        if (EvaluationsLeft-- <= 0)
            throw new InvalidOperationException("No evaluations are left.");
        return Run(inputs, targets, [], []);
    }

    public NetworkMemory<T> Memory => _memory;

    public double BackwardRows(
        T scale, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> outputGradients, Span<T> inputGradients, Workspace<T> workspace)
    {
        if (!outputGradients.IsEmpty)
            throw new NotSupportedException("Its loss is its only function.");
        Span<T> gradients = workspace.Span;
        gradients.Clear();
        inputGradients.Clear();
        T rows = T.CreateChecked(inputs.Length / 3);
        double loss = double.CreateChecked(Run(inputs, targets, gradients, inputGradients) * rows);
        if (Flaw is { } flaw)
            gradients[flaw.Position] += flaw.Error;
        foreach (ref T gradient in gradients)
            gradient *= scale * rows;
        foreach (ref T gradient in inputGradients)
            gradient *= scale * rows;
        return loss;
    }

    public void ParameterGradients(Share share, ReadOnlySpan<T> inputs, Span<T> gradients, Workspace<T> workspace) =>
        Share.Take<T>(share, workspace.Span, gradients);

    private T Run(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> dParameters, Span<T> dInputs)
    {
        int rows = inputs.Length / 3;
        if (rows == 0 || rows * 3 != inputs.Length || rows * 2 != targets.Length)
            throw new ArgumentException("The lengths do not fit.", nameof(inputs));
        T scale = T.One / T.CreateChecked(rows);
        T sum = T.Zero;
        Span<T> y = stackalloc T[2];
        for (int row = 0; row < rows; row++)
        {
            Forward(inputs.Slice(3 * row, 3), y);
            for (int j = 0; j < 2; j++)
            {
                T error = y[j] - targets[2 * row + j];
                sum += error * error;
                if (!dParameters.IsEmpty)
                    dParameters[BiasOffset + j] += error * scale;
                for (int k = 0; k < 3; k++)
                {
                    if (!dParameters.IsEmpty)
                        dParameters[Stride * k + j] += error * scale * inputs[3 * row + k];
                    if (!dInputs.IsEmpty)
                        dInputs[3 * row + k] += error * scale * Parameters[Stride * k + j];
                }
            }
        }

        return sum * scale / T.CreateChecked(2);
    }
}
