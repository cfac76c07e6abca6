using System;
using GenNet.CompilerServices;

namespace GenNet.Tests;

/// <summary>One output, which is the one input; no parameters, no loss.</summary>
public sealed class IdentityNetwork : INetwork<IdentityNetwork, double>
{
    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 0;

    public static Layout Layout { get; } = new(0);

    public Span<double> Parameters => [];

    /// <summary>What Backward says is the gradient of the loss by each input; 0 is right.</summary>
    public double InputGradient { get; init; }

    public static IdentityNetwork Create() => new();

    public static IdentityNetwork Create(int seed) => new();

    public static System.Collections.Immutable.ImmutableArray<LayerInfo> Layers => [];

    public void Trace(ReadOnlySpan<double> inputs, Span<double> activations) => throw new NotSupportedException();

    public static Workspace<double> CreateWorkspace() => new(0);

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs) => inputs.CopyTo(outputs);

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => 0;

    public NetworkMemory<double> Memory { get; } = new(parameters: 0, forward: 0);

    public double BackwardRows(
        double scale, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, ReadOnlySpan<double> outputGradients, Span<double> inputGradients,
        Workspace<double> workspace)
    {
        inputGradients.Fill(InputGradient);
        return 0;
    }

    public void ParameterGradients(Share share, ReadOnlySpan<double> inputs, Span<double> gradients, Workspace<double> workspace)
    {
    }
}
